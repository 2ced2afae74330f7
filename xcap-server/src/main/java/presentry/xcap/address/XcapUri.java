package presentry.xcap.address;

import java.util.Optional;

/**
 * What a request points at (RFC 4825, section 6).
 *
 * @param root the door the request came through
 * @param document the document
 * @param node the part of the URI behind the node selector separator, if there is a separator
 */
public record XcapUri(XcapRoot root, DocumentSelector document, Optional<NodePart> node) {}
