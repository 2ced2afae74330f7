package presentry.agent.shard;

import java.time.Instant;

/** Runs something at a time (port). Nothing is ever cancelled: who comes too late notices by a generation number. */
public interface Timers {
    /** Runs {@code task} at {@code at} or a little later, never earlier; on a thread that must not be held up. */
    void at(Instant at, Runnable task);
}
