package presentry.xcap.store;

import java.util.List;

/** The change log, read shard by shard. */
public interface ChangeFeed {

    /** The last change of a shard; sequence 0 if there is none. Blocks. */
    Revision head(int shard);

    /**
     * The changes after {@code after}, oldest first, at most {@code max}; blocks.
     *
     * @param after a place in the log of its shard
     */
    List<Change> read(Revision after, int max);
}
