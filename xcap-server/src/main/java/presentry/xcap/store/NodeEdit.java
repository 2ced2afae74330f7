package presentry.xcap.store;

import java.util.Optional;

/**
 * An edit of a part of a document.
 *
 * @param selector the node selector as it may stand in a URI, with its query
 * @param patch the same edit as an XML patch (RFC 5261), if it was computed
 */
public record NodeEdit(String selector, Optional<String> patch) {}
