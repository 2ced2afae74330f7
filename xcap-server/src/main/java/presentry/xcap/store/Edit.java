package presentry.xcap.store;

import java.util.Optional;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;

/**
 * What is to become of a document, decided from what is there: looking and writing are one step of one transaction. It runs
 * on the writer's thread, so it is brief: what costs time is done before, and only compared here.
 *
 * @param <R> why the edit may leave everything as it is
 */
@FunctionalInterface
public interface Edit<R> {

    /** Decides. */
    Verdict<R> decide(Site site);

    /** All that can be decided. */
    sealed interface Verdict<R> {

        /**
         * Store this version in the place of whatever is there.
         *
         * @param node what of the document was edited; empty if the whole of it
         */
        record Write<R>(String mediaType, DocumentBody body, DocumentETag etag, Optional<NodeEdit> node)
                implements Verdict<R> {}

        /** Remove the document, which is there. */
        record Remove<R>() implements Verdict<R> {}

        /** Change nothing. */
        record Leave<R>(R reason) implements Verdict<R> {}
    }
}
