package presentry.xcap.store;

import java.util.List;

/**
 * Documents that were there at one moment.
 *
 * @param documents in the order of their paths
 * @param revision the last change of the owner's shard that they contain
 */
public record Snapshot(List<StoredDocument> documents, Revision revision) {
    /** Takes a copy of the list. */
    public Snapshot {
        documents = List.copyOf(documents);
    }
}
