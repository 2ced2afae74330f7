package presentry.launch.importing;

/**
 * What became of one document.
 *
 * @param owner who owns it, as the other server wrote it or, if it can be, as this one does
 * @param document its usage and path
 * @param fate what was done
 * @param why it was not taken; empty if it was
 */
public record Outcome(String owner, String document, Fate fate, String why) {

    /** All that can be done with a document. */
    public enum Fate {
        /** It is stored here now. */
        TAKEN,
        /** There is one here already, which stays. */
        KEPT,
        /** It may not be stored here. */
        REFUSED
    }
}
