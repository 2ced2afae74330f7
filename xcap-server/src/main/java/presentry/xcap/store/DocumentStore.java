package presentry.xcap.store;

import java.util.concurrent.CompletionStage;
import presentry.xcap.address.DocumentSelector;

/** Documents, durable and versioned. */
public interface DocumentStore extends DocumentReader {

    /** Whether reading this document needs no waiting now. */
    default boolean hasAtHand(DocumentSelector document) {
        return false;
    }

    /**
     * Decides and writes in one transaction, with the row of the change log.
     *
     * @return completes after the COMMIT, on the writer's thread: what depends on it must not block. Fails if the disk does
     */
    <R> CompletionStage<CommitResult<R>> commit(DocumentSelector document, Edit<R> edit);
}
