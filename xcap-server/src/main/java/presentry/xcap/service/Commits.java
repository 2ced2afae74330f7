package presentry.xcap.service;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.store.Change;
import presentry.xcap.store.CommitResult;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.Edit;
import presentry.xcap.store.StoreException;

/** Carries an edit to the store and waits: until it is on disk, then a moment until it is felt. */
final class Commits {

    /** Longer than a working listener takes, shorter than a client notices. */
    private static final Duration LONGEST_WAIT_TO_BE_FELT = Duration.ofMillis(250);

    private final DocumentStore store;
    private final LongAdder answersBeforeFelt = new LongAdder();

    Commits(DocumentStore store) {
        this.store = store;
    }

    /**
     * @param edit leaves with the answer when it decides to change nothing
     * @param answer what to answer to the change
     * @throws StoreException if the store cannot answer
     */
    XcapResult commit(DocumentSelector document, Edit<XcapResult> edit, Function<Change, XcapResult> answer) {
        return switch (await(store.commit(document, edit))) {
            case CommitResult.Left<XcapResult> left -> left.reason();
            case CommitResult.Committed<XcapResult> committed -> {
                awaitFelt(committed.felt());
                yield answer.apply(committed.change());
            }
        };
    }

    /** How many answers were sent before the change was felt. */
    long answersBeforeFelt() {
        return answersBeforeFelt.sum();
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    private void awaitFelt(CompletionStage<?> felt) {
        try {
            felt.toCompletableFuture().get(LONGEST_WAIT_TO_BE_FELT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            answersBeforeFelt.increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answersBeforeFelt.increment();
        }
    }
}
