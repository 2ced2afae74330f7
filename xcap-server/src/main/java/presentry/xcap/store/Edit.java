package presentry.xcap.store;

import java.util.Optional;
import java.util.Set;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;

/**
 * What is to become of a document, decided from what is there: looking and writing are one step of one transaction. It runs
 * on the writer's thread, so it is brief: what costs time is done before, and only compared here.
 *
 * @param <R> what the edit answers to whoever asked for it
 */
@FunctionalInterface
public interface Edit<R> {

    /** Decides. */
    Verdict<R> decide(Site site);

    /** All that can be decided, each with the answer to give once it is on disk. */
    sealed interface Verdict<R> {

        /** Store this version in the place of whatever is there. */
        record Write<R>(Version version, R answer) implements Verdict<R> {}

        /** Remove the document, which is there. */
        record Remove<R>(R answer) implements Verdict<R> {}

        /** Change nothing. */
        record Leave<R>(R answer) implements Verdict<R> {}
    }

    /**
     * A version to store.
     *
     * @param node what of the document was edited; empty if the whole of it
     * @param claims values that only one document on the server may have; none of them may have another holder
     */
    record Version(
            String mediaType, DocumentBody body, DocumentETag etag, Optional<NodeEdit> node, Set<String> claims) {
        /** Takes a copy of the set. */
        public Version {
            claims = Set.copyOf(claims);
        }
    }
}
