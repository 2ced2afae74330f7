package presentry.policy.model;

import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one watcher at one moment. One object per value: whether anything changed for a watcher is
 * one comparison of references.
 */
public final class Outcome {
    private static final Interner<Outcome> POOL = new Interner<>();

    /** No rule speaks: the presence rules grant nothing, and a server default may step in (RFC 5025, section 3.2.1). */
    public static final Outcome SILENT = of(SubHandling.BLOCK, false, Permissions.NONE);

    private final SubHandling handling;
    private final boolean stated;
    private final Permissions permissions;

    private Outcome(SubHandling handling, boolean stated, Permissions permissions) {
        this.handling = handling;
        this.stated = stated;
        this.permissions = permissions;
    }

    /** The one object for this value. */
    public static Outcome of(SubHandling handling, boolean stated, Permissions permissions) {
        return POOL.intern(new Outcome(handling, stated, permissions));
    }

    /** The most permissive handling of all matching rules. */
    public SubHandling handling() {
        return handling;
    }

    /** Whether at least one matching rule carried an action; if none did, {@link #handling} is only what silence means. */
    public boolean stated() {
        return stated;
    }

    /** What all matching rules together show. */
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * handling.ordinal() + (stated ? 1 : 0)) + permissions.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Outcome that
                        && handling == that.handling
                        && stated == that.stated
                        && permissions.equals(that.permissions);
    }

    @Override
    public String toString() {
        return "Outcome[" + handling.word() + (stated ? ", stated, " : ", not stated, ") + permissions + "]";
    }
}
