/**
 * The threads of the agent: one mailbox per shard, run by one thread at a time, and what leaves it only when it is
 * on disk.
 * Start reading at {@link presentry.agent.shard.Mailbox}.
 */
@NullMarked
package presentry.agent.shard;

import org.jspecify.annotations.NullMarked;
