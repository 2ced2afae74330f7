package presentry.xcap.service;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import presentry.xcap.address.DocumentSelector;
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
     * What the edit answers, once it is on disk.
     *
     * @throws StoreException if the store cannot answer
     */
    <R> R commit(DocumentSelector document, Edit<R> edit) {
        CommitResult<R> result = await(store.commit(document, edit));
        if (result instanceof CommitResult.Committed<R> committed) {
            awaitFelt(committed.felt());
        }
        return result.answer();
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
