package presentry.policy.model;

import java.util.Comparator;

/**
 * Something in a rule document that its author probably did not mean.
 *
 * @param severity how bad it is
 * @param document the name of the document
 * @param line where, from 1
 * @param problem what is wrong
 * @param remedy what to do about it
 */
public record Finding(Severity severity, String document, int line, String problem, String remedy)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::document)
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::problem);

    /** How bad it is. */
    public enum Severity {
        /** The document cannot be used. */
        ERROR,
        /** It does not do what it seems to say. */
        WARNING,
        /** It does what it says, but could say it better. */
        HINT
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
