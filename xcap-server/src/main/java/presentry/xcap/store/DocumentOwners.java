package presentry.xcap.store;

import java.time.Instant;
import java.util.List;
import presentry.uri.Aor;

/** The users who have documents. */
public interface DocumentOwners {

    /**
     * The owners whose address of record comes after a text, in the order of the addresses; blocks.
     *
     * @param after an address of record as text, or empty for the first ones
     * @param max how many at most
     */
    List<Holding> after(String after, int max);

    /**
     * What one user has.
     *
     * @param documents how many
     * @param octets how long all of them are together
     * @param updatedAt when one of them was changed last
     */
    record Holding(Aor owner, long documents, long octets, Instant updatedAt) {}
}
