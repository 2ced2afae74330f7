package presentry.xcap.store;

/**
 * An edit of a part of a document.
 *
 * @param selector the node selector as it may stand in a URI, with its query
 * @param patch the same edit as one operation of an XML patch (RFC 5261)
 */
public record NodeEdit(String selector, String patch) {}
