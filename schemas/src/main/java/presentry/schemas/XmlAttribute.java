package presentry.schemas;

/**
 * An attribute; namespace declarations are none.
 *
 * @param prefix empty for none
 * @param namespace empty without a prefix: the default namespace does not reach attributes
 * @param value references resolved
 */
public record XmlAttribute(String prefix, String namespace, String localName, String value) {

    /** An attribute in no namespace, which is what nearly all are. */
    public static XmlAttribute of(String localName, String value) {
        return new XmlAttribute("", "", localName, value);
    }
}
