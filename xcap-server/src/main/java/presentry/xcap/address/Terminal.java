package presentry.xcap.address;

/** What of the element chosen by the steps is meant (RFC 4825, section 6.3). */
public sealed interface Terminal {

    /** The element itself. */
    record Element() implements Terminal {}

    /**
     * One attribute.
     *
     * @param name expanded; without prefix it is in no namespace
     * @param qualifiedName as the selector spells it, decoded: the name a new attribute gets
     * @param encoded as it may stand in a URI, percent-encoded
     */
    record Attribute(ExpandedName name, String qualifiedName, String encoded) implements Terminal {}

    /** The namespace bindings in scope. */
    record NamespaceBindings() implements Terminal {}

    /** As it may stand in a URI, with the slash before it; empty for the element. */
    default String written() {
        return switch (this) {
            case Element element -> "";
            case Attribute attribute -> "/" + attribute.encoded();
            case NamespaceBindings bindings -> "/namespace::*";
        };
    }
}
