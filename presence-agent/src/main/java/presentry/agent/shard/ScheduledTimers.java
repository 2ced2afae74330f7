package presentry.agent.shard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Timers of the running program. */
public final class ScheduledTimers implements Timers {
    /** Rounds up, so that nothing runs before its time. */
    private static final Duration GRAIN = Duration.ofMillis(1);

    private final InstantSource clock;
    private final ScheduledExecutorService executor;

    /**
     * Timers by this clock.
     *
     * @param clock one that nobody sets
     * @param executor only hands tasks on, so one thread is enough; who made it closes it
     */
    public ScheduledTimers(InstantSource clock, ScheduledExecutorService executor) {
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void at(Instant at, Runnable task) {
        Duration delay = Duration.between(clock.instant(), at).plus(GRAIN);
        var unused = executor.schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }
}
