package presentry.policy.model;

/**
 * What the rules say about one watcher at one moment. One object per value: whether anything changed for a watcher is
 * one comparison of references.
 */
public final class Outcome {
    private static final Interner<Content, Outcome> POOL = new Interner<>(Outcome::new);

    private final Content content;

    private Outcome(Content content) {
        this.content = content;
    }

    /** What matching rules say; the one object for this value. */
    public static Outcome of(SubHandling handling, boolean stated, Permissions permissions) {
        return POOL.get(new Content(handling, stated, true, permissions));
    }

    /**
     * No rule matches; the one object for this value.
     *
     * @param handling what that means for the usage
     */
    public static Outcome noRule(SubHandling handling) {
        return POOL.get(new Content(handling, false, false, Permissions.NONE));
    }

    /** The most permissive handling of all matching rules. */
    public SubHandling handling() {
        return content.handling();
    }

    /** Whether at least one matching rule carried an action; if none did, {@link #handling} is only what silence means. */
    public boolean stated() {
        return content.stated();
    }

    /** Whether any rule matched at all; one that shows nothing is still one that decides what is shown. */
    public boolean matched() {
        return content.matched();
    }

    /** What all matching rules together show. */
    public Permissions permissions() {
        return content.permissions();
    }

    @Override
    public String toString() {
        return content.toString();
    }

    private record Content(SubHandling handling, boolean stated, boolean matched, Permissions permissions) {}
}
