package presentry.xcap.document;

/**
 * All that an edit of a text can end in. Each edit also tells what it did as one operation of an XML patch (RFC 5261).
 */
public sealed interface NodeEditResult {

    /** The node was not there and is now. */
    record Inserted(String text, String patch) implements NodeEditResult {}

    /** The node was there and is now another. */
    record Replaced(String text, String patch) implements NodeEditResult {}

    /** The node was there and is no more. */
    record Removed(String text, String patch) implements NodeEditResult {}

    /**
     * The text stays as it is.
     *
     * @param phrase why, for a human
     */
    record Impossible(Reason reason, String phrase) implements NodeEditResult {}

    /** Why an edit is impossible. */
    enum Reason {
        /** There is nothing to remove. */
        NO_SUCH_NODE,
        /** Afterwards the selector would not select what was put (RFC 4825, sections 8.2.3 and 8.2.4). */
        CANNOT_INSERT,
        /** Afterwards the selector would select something else (section 8.4). */
        CANNOT_DELETE,
        /** The document would lose its root element. */
        NO_ROOT_LEFT,
        /** The document would grow beyond the limits of the server. */
        BEYOND_LIMITS
    }
}
