package presentry.xcap.address;

/**
 * A name in a namespace.
 *
 * @param namespace empty if the name is in no namespace
 * @param localName without prefix
 */
public record ExpandedName(String namespace, String localName) {}
