package presentry.policy.model;

/**
 * One rule document as it is stored.
 *
 * @param name its document selector or file name, for messages
 * @param etag the tag of this version, opaque; empty when it has none
 * @param text the XML text, not yet looked at
 */
public record RuleDocument(String name, String etag, String text) {}
