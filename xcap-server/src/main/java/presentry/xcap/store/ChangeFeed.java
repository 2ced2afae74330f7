package presentry.xcap.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

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

    /**
     * The changes of all shards after a position, in the order of their commits, at most {@code max}; blocks.
     *
     * @param position 0 for the beginning
     */
    List<Positioned> readAll(long position, int max);

    /** The position of the newest change; 0 if there was none yet. Blocks. */
    long last();

    /** The position of the last change that is no longer in the log; 0 if all are. Blocks. */
    long forgotten();

    /**
     * Forgets the oldest changes: those committed before a moment, and those that are older than the newest {@code keep}.
     *
     * @param max of them, the rest stays for another time
     * @return completes when it is on disk, with the number of changes forgotten
     */
    CompletionStage<Integer> forget(Instant before, long keep, int max);

    /**
     * A change with its place in the order of all commits.
     *
     * @param position from 1, growing, with gaps
     */
    record Positioned(long position, Change change) {}
}
