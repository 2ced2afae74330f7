package presentry.schemas;

/**
 * The first thing in a document that its grammar does not allow. The author of the document is at fault.
 *
 * @param message what is wrong, for the person who wrote the document
 * @param line where, from 1; 0 if the place is unknown
 * @param column where, from 1; 0 if the place is unknown
 */
public record SchemaProblem(String message, int line, int column) {

    /** Message and place as one sentence. */
    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
    }
}
