package presentry.schemas;

/**
 * The first thing in a document that its grammar does not allow. The author of the document is at fault.
 *
 * @param kind what sort of thing it is
 * @param message what is wrong, for the person who wrote the document
 * @param line where, from 1; 0 if the place is unknown
 * @param column where, from 1; 0 if the place is unknown
 */
public record SchemaProblem(Kind kind, String message, int line, int column) {

    /** Whether the schema itself is broken, or what this server asks beyond it. */
    public enum Kind {
        /** The document is not valid, or not well-formed. */
        INVALID,
        /** The document is valid, for its schema takes any name there, but no schema of the name's namespace defines it. */
        UNDEFINED_NAME
    }

    /** A document that is not valid. */
    public SchemaProblem(String message, int line, int column) {
        this(Kind.INVALID, message, line, column);
    }

    /** Message and place as one sentence. */
    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
    }
}
