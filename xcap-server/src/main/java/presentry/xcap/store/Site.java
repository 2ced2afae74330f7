package presentry.xcap.store;

import java.util.List;
import java.util.Optional;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;

/** What an edit sees: the place where the document is or would be. Each look is into the edit's own transaction. */
public interface Site {

    /** The version that is there. */
    Optional<StoredDocument> current();

    /**
     * The path of another document that forbids one here: it bears the name of a directory of this path, or this path names
     * a directory of it (RFC 4825, section 6.2).
     */
    Optional<String> obstacle();

    /** How many documents somebody has in all usages together. */
    int documentsOf(Owner owner);

    /** How many octets the documents of somebody in these usages take together. */
    long octetsOf(Owner owner, List<String> auids);

    /** The document, other than this one, that claims a value for itself. */
    Optional<DocumentSelector> holder(String claim);
}
