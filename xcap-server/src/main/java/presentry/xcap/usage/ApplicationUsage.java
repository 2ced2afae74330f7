package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.xcap.address.DocumentSelector;

/** What one application usage defines (RFC 4825, section 5.9). Adding one is a class and a line in the wiring. */
public interface ApplicationUsage {

    /** The application unique identifier (section 5.1). */
    String auid();

    /** The media type of its documents (section 5.4), without parameters. */
    String mediaType();

    /** The namespace of names without prefix in a node selector (section 5.3); empty if there is none. */
    Optional<String> defaultNamespace();

    /** The namespaces that the server tells its clients it supports in these documents (section 12). */
    List<String> namespaces();

    /**
     * Checks a document that is well-formed: schema, uniqueness within it, and further constraints, in this order
     * (sections 5.2, 5.5 and 8.2.5).
     *
     * @return the first violation; empty if the document may be stored
     */
    Optional<Violation> check(DocumentSelector document, String text);

    /** Whether its documents are rules, all of which together have a bound for each user. */
    default boolean holdsRules() {
        return false;
    }

    /** The values of a valid document that no other document on the server may have (section 5.5). */
    default List<Claim> claims(String text) {
        return List.of();
    }

    /**
     * The text of a document that the server computes and nobody stores (section 5.6).
     *
     * @param root the absolute URI of the root by which it is asked for (section 6.1), without a slash at its end
     */
    default Optional<String> computed(String root, DocumentSelector document) {
        return Optional.empty();
    }

    /** Whether this document may be read or written by {@code requester}; by default as section 5.7 says. */
    default boolean allows(Requester requester, Access access, DocumentSelector document) {
        return DefaultAuthorization.allows(requester, access, document);
    }
}
