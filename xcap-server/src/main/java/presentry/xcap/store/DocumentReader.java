package presentry.xcap.store;

import java.util.List;
import java.util.Optional;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;

/** Documents as they are stored. A failing disk shows as an exception of the storage, never as an absent document. */
public interface DocumentReader {

    /** The version that is there now; blocks. */
    Optional<StoredDocument> read(DocumentSelector document);

    /** All documents below the home of {@code owner} in one usage, from one moment; blocks. */
    Snapshot readAll(Aor owner, String auid);

    /** The documents at one path in one usage, of all owners, that claim at least one value; blocks. */
    List<StoredDocument> readClaiming(String auid, String path);

    /** What an owner has, without the bodies, ordered by usage and path; blocks. */
    List<DocumentSummary> list(Owner owner);
}
