package presentry.policy.model;

/**
 * Why a rule document cannot be used or stored.
 *
 * @param kind what sort of problem it is
 * @param message what is wrong and what to do, for whoever wrote the document
 * @param line the line it is in, from 1; 0 if that is not known
 */
public record RuleProblem(Kind kind, String message, int line) {
    /** The sorts of problems. */
    public enum Kind {
        /** It is not well-formed, or not a rule set. */
        UNREADABLE,
        /** It is larger than this server takes. */
        TOO_LARGE,
        /** It has a condition that this server does not know, where that would grant more than the author meant. */
        UNKNOWN_CONDITION
    }
}
