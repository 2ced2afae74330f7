package presentry.xcap.address;

import java.util.Optional;

/**
 * What a request points at (RFC 4825, section 6).
 *
 * @param origin scheme and authority by which the server was addressed, such as {@code https://xcap.example.com:8443}; empty
 *     if nobody has said it
 * @param root the door the request came through
 * @param document the document
 * @param node the part of the URI behind the node selector separator, if there is a separator
 */
public record XcapUri(String origin, XcapRoot root, DocumentSelector document, Optional<NodePart> node) {

    /** Of which only the path is known. */
    public XcapUri(XcapRoot root, DocumentSelector document, Optional<NodePart> node) {
        this("", root, document, node);
    }

    /** The same place, of a server that was addressed by {@code origin}. */
    public XcapUri at(String origin) {
        return new XcapUri(origin, root, document, node);
    }

    /** The URI of the root (section 6.1), without a slash at its end; absolute if the origin is known. */
    public String rootUri() {
        return origin + root.path();
    }
}
