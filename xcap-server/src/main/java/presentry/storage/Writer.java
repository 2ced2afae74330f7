package presentry.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Jobs that wait together share one transaction and one flush to disk; each has a savepoint, so
 * a failing job is undone alone, while a failing COMMIT fails its whole batch. A job's stage completes after the COMMIT,
 * never before: what is answered is on disk.
 */
public final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Connection connection;
    private final int jobsPerCommit;
    private final BlockingQueue<Submitted<?>> queue;
    private final Thread thread;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement savepoint;
    private final PreparedStatement undo;
    private final PreparedStatement release;
    private final LongAdder failures = new LongAdder();
    private volatile boolean stopping;
    private volatile Optional<String> problem = Optional.empty();

    Writer(Connection connection, StorageSettings settings) throws SQLException {
        this.connection = connection;
        this.jobsPerCommit = settings.jobsPerCommit();
        this.queue = new ArrayBlockingQueue<>(settings.queuedJobs());
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
        savepoint = connection.prepareStatement("SAVEPOINT job");
        undo = connection.prepareStatement("ROLLBACK TO job");
        release = connection.prepareStatement("RELEASE job");
        thread = Thread.ofPlatform().name("storage-writer").start(this::work);
    }

    /**
     * Queues a job. The stage completes on the writer's thread after the COMMIT, so what depends on it must not block; it
     * fails with what the job threw, or with {@link StorageException} if the COMMIT fails, the queue is full or the
     * database is closed.
     */
    public <T> CompletionStage<T> submit(Job<T> job) {
        return submit(job, answer -> {});
    }

    /**
     * Queues a job.
     *
     * @param afterCommit is called on the writer's thread after the COMMIT and before the stage completes; must not block
     */
    public <T> CompletionStage<T> submit(Job<T> job, Consumer<T> afterCommit) {
        var submitted = new Submitted<>(job, afterCommit);
        if (stopping || !queue.offer(submitted)) {
            submitted.fail(new StorageException(stopping ? "the database is closed" : "too many writes are waiting"));
        } else if (stopping) {
            failWaitingJobs(); // the thread may have ended between the two looks
        }
        return submitted.stage;
    }

    /** Why the last COMMIT failed, until one succeeds again: one sentence without a full stop, for a health check. */
    public Optional<String> problem() {
        return problem;
    }

    /** How many jobs wait. */
    public int waiting() {
        return queue.size();
    }

    /** How many jobs failed together with their COMMIT. */
    public long failures() {
        return failures.sum();
    }

    /** Finishes what is queued and ends the thread. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        failWaitingJobs();
    }

    private void work() {
        List<Submitted<?>> batch = new ArrayList<>(jobsPerCommit);
        while (nextBatch(batch)) {
            commitBatch(batch);
            batch.clear();
        }
    }

    /** Waits for work; false when the writer is stopping and nothing is left. */
    private boolean nextBatch(List<Submitted<?>> batch) {
        queue.drainTo(batch, jobsPerCommit);
        while (batch.isEmpty() && !stopping) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, jobsPerCommit - 1);
            } catch (InterruptedException wokenToStop) {
                queue.drainTo(batch, jobsPerCommit);
            }
        }
        return !batch.isEmpty();
    }

    private void commitBatch(List<Submitted<?>> batch) {
        try {
            begin.execute();
            for (Submitted<?> submitted : batch) {
                runInSavepoint(submitted);
            }
            commit.execute();
        } catch (SQLException e) {
            failBatch(batch, e);
            return;
        }
        problem = Optional.empty();
        batch.forEach(Submitted::complete);
    }

    private void runInSavepoint(Submitted<?> submitted) throws SQLException {
        savepoint.execute();
        if (!submitted.run(connection)) {
            undo.execute();
        }
        release.execute();
    }

    private void failBatch(List<Submitted<?>> batch, SQLException cause) {
        LOG.error("{} writes failed together: {}", batch.size(), cause.getMessage());
        failures.add(batch.size());
        problem = Optional.of("the last write failed: " + cause.getMessage());
        try {
            rollback.execute();
        } catch (SQLException alreadyRolledBack) {
            LOG.debug("no transaction was left to roll back: {}", alreadyRolledBack.getMessage());
        }
        batch.forEach(submitted -> submitted.fail(new StorageException("the write could not be stored", cause)));
    }

    private void failWaitingJobs() {
        List<Submitted<?>> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(submitted -> submitted.fail(new StorageException("the database is closed")));
    }

    /** A queued job with its promise; only the writer's thread touches its answer. */
    private static final class Submitted<T> {
        private final Job<T> job;
        private final Consumer<T> afterCommit;
        private final CompletableFuture<T> stage = new CompletableFuture<>();
        private @Nullable Runnable completion;

        Submitted(Job<T> job, Consumer<T> afterCommit) {
            this.job = job;
            this.afterCommit = afterCommit;
        }

        /** False if the job failed and must be undone. */
        @SuppressWarnings("IllegalCatch") // whatever a job throws fails that job alone and must not end the writer
        boolean run(Connection connection) {
            try {
                T answer = job.run(connection);
                completion = () -> succeed(answer);
                return true;
            } catch (SQLException | RuntimeException | Error e) {
                completion = () -> fail(e);
                return false;
            }
        }

        void complete() {
            if (completion != null) {
                completion.run();
            }
        }

        private void succeed(T answer) {
            try {
                afterCommit.accept(answer);
            } catch (RuntimeException defect) {
                LOG.error("what follows a commit failed", defect);
            }
            stage.complete(answer);
        }

        void fail(Throwable cause) {
            stage.completeExceptionally(cause);
        }
    }
}
