package presentry.schemas;

/** All that reading a document can end in. */
public sealed interface XmlResult {

    /** The document is well-formed and within the limits. */
    record Parsed(XmlElement root) implements XmlResult {}

    /**
     * The sender is at fault.
     *
     * @param message what is wrong, for the person who wrote the document
     * @param line where, from 1; 0 if the place is unknown
     * @param column where, from 1; 0 if the place is unknown
     */
    record Refused(Reason reason, String message, int line, int column) implements XmlResult {}

    /** Why a document is not read. */
    enum Reason {
        /** It is no XML 1.0 with namespaces; undeclared prefixes and undeclared entities included. */
        NOT_WELL_FORMED,
        /** It has a document type declaration; none is ever read. */
        DOCTYPE,
        /** It is larger, deeper or wider than {@link XmlLimits} say. */
        BEYOND_LIMITS
    }
}
