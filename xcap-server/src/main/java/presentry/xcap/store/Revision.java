package presentry.xcap.store;

/**
 * The place of a change in the log: total order within a shard, none between shards.
 *
 * @param shard 0 to 4095
 * @param seq from 1, without gaps; 0 stands before the first change
 */
public record Revision(int shard, long seq) {}
