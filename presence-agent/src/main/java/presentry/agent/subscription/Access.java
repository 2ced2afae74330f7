package presentry.agent.subscription;

import java.time.Instant;
import java.util.List;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;

/**
 * What one watcher may get, and for how long that holds.
 *
 * @param handling the final word, defaults applied
 * @param permissions which parts of the document; interned, so that two accesses compare by reference
 * @param source who spoke it
 * @param rules ids of the rules that applied, for the log; empty where no rule did
 * @param validUntil first instant at which it must be asked anew; {@link Instant#MAX} if time alone changes nothing
 */
public record Access(
        SubHandling handling, Permissions permissions, Source source, List<String> rules, Instant validUntil) {
    /** Before any decision: nothing is granted. */
    public static final Access NONE =
            new Access(SubHandling.BLOCK, Permissions.NONE, Source.UNDECIDED, List.of(), Instant.MAX);

    /** Whose word a decision is. */
    public enum Source {
        UNDECIDED,
        /** Everybody may see oneself. */
        OWNER,
        /** A rule of the presentity stated it (RFC 5025, section 3.2). */
        RULE,
        /** No rule speaks: the watched party watches the watcher, or does not. */
        MUTUAL_DEFAULT,
        /** No rule speaks: the configured default. */
        SERVER_DEFAULT,
        /** The rules cannot be read: nobody is let in. */
        RULES_UNUSABLE,
        /** The package is open to its owner only (RFC 3857, section 4.6). */
        PACKAGE
    }

    /** Whether a watcher would notice the difference. */
    public boolean sameFor(Access other) {
        return handling == other.handling && permissions == other.permissions;
    }
}
