package presentry.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queued job with its promise; only the writer's thread touches what the job answers. */
final class Submitted<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Submitted.class);

    private final Job<T> job;
    private final Consumer<T> afterCommit;
    private final CompletableFuture<T> stage = new CompletableFuture<>();
    private Runnable success = () -> {};

    Submitted(Job<T> job, Consumer<T> afterCommit) {
        this.job = job;
        this.afterCommit = afterCommit;
    }

    CompletionStage<T> stage() {
        return stage;
    }

    /** Runs the job and keeps its answer until it is on disk. */
    void run(Connection connection) throws SQLException {
        T answer = job.run(connection);
        success = () -> succeed(answer);
    }

    /** Answers what the last run answered. */
    void succeed() {
        success.run();
    }

    @SuppressWarnings("IllegalCatch") // the write is on disk: who waits for it is told so, whatever a listener throws
    private void succeed(T answer) {
        try {
            afterCommit.accept(answer);
        } catch (RuntimeException | Error defect) {
            LOG.error("what follows a commit failed", defect);
        }
        stage.complete(answer);
    }

    void fail(Throwable cause) {
        stage.completeExceptionally(cause);
    }
}
