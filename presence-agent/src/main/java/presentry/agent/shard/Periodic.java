package presentry.agent.shard;

import java.time.Duration;
import java.time.InstantSource;

/** Runs a task again and again. Whatever one run ends in, an {@link Error} included, the next one comes. */
public final class Periodic {
    private final Timers timers;
    private final InstantSource clock;
    private final Duration pause;
    private final Runnable task;

    /**
     * A task that does not run yet.
     *
     * @param clock the one by which {@code timers} count
     * @param pause from the end of one run to the beginning of the next
     * @param task must be short: it runs on the thread of the timers
     */
    public Periodic(Timers timers, InstantSource clock, Duration pause, Runnable task) {
        this.timers = timers;
        this.clock = clock;
        this.pause = pause;
        this.task = task;
    }

    /** Plans the first run, one pause from now; to be called once. */
    public void start() {
        timers.at(clock.instant().plus(pause), this::run);
    }

    private void run() {
        try {
            task.run();
        } finally {
            start();
        }
    }
}
