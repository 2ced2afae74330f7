package presentry.agent.shard;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what the agent has begun and not finished: commands, writes, loads of rules, NOTIFYs without an answer. */
public final class InFlight {
    private final AtomicLong open = new AtomicLong();

    void begin() {
        open.incrementAndGet();
    }

    void end() {
        open.decrementAndGet();
    }

    /** Whether nothing is under way: until something comes from outside or a timer fires, nothing will happen. */
    public boolean isIdle() {
        return open.get() == 0;
    }

    /** How much is under way. */
    public long count() {
        return open.get();
    }
}
