package presentry.policy.model;

/** What, besides the rule documents themselves, may change a decision. A set of them is a mask of {@link #bit}s. */
public enum Dependency {
    /** The sphere of the presentity. */
    SPHERE(1),
    /** The clock; the decision says until when it holds. */
    TIME(2),
    /** A list of URIs kept in another document. */
    LIST(4),
    /** Whether the presentity watches the watcher: no rule stated an action, so a server default decides. */
    MUTUAL(8);

    private final int bit;

    Dependency(int bit) {
        this.bit = bit;
    }

    /** This one's bit in a mask. */
    public int bit() {
        return bit;
    }

    /** Whether a mask contains this one. */
    public boolean in(int mask) {
        return (mask & bit) != 0;
    }
}
