package presentry.xcap.store;

import java.util.concurrent.CompletionStage;

/** What an edit ended in. */
public sealed interface CommitResult<R> {

    /** What the edit answered. */
    R answer();

    /**
     * It is on disk.
     *
     * @param change the row of the log
     * @param felt completes when each listener says that the change has begun to be felt
     */
    record Committed<R>(R answer, Change change, CompletionStage<?> felt) implements CommitResult<R> {}

    /** The edit decided to change nothing. */
    record Left<R>(R answer) implements CommitResult<R> {}
}
