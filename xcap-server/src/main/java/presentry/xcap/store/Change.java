package presentry.xcap.store;

import java.time.Instant;
import java.util.Optional;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.document.DocumentETag;

/**
 * One row of the change log.
 *
 * @param revision its place
 * @param document what was created, replaced or removed
 * @param oldTag the version before; empty if the document was created
 * @param newTag the version after; empty if the document was removed
 * @param node what of the document was edited; empty if the whole of it
 * @param at when
 */
public record Change(
        Revision revision,
        DocumentSelector document,
        Optional<DocumentETag> oldTag,
        Optional<DocumentETag> newTag,
        Optional<NodeEdit> node,
        Instant at) {

    /** Whose document it is; empty for the global tree. */
    public Optional<Aor> owner() {
        return document.owner().user();
    }

    /** The application usage. */
    public String auid() {
        return document.auid();
    }
}
