package presentry.xcap.document;

/** What a node selector selects, as it is told to a client (RFC 4825, section 8.3). */
public sealed interface SelectedNode {

    /** The text to tell. */
    String text();

    /** An element, exactly as it stands in the document. */
    record Element(String text) implements SelectedNode {}

    /** The value of an attribute as it stands between its quotes, references not expanded. */
    record Attribute(String text) implements SelectedNode {}

    /** An element of the same name that has only declarations, one for each namespace in scope (section 10). */
    record Bindings(String text) implements SelectedNode {}
}
