package presentry.schemas;

/**
 * Text between tags, references resolved and CDATA sections opened.
 *
 * @param value never empty in a document that was read
 */
public record XmlText(String value) implements XmlNode {}
