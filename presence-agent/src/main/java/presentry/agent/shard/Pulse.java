package presentry.agent.shard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Tells whether the timers and the threads of the agent still run. Once a second a timer rings and hands a task to the threads;
 * where a beat is missing for {@link #LATE}, something has died or hangs.
 */
public final class Pulse {
    /** So long without a beat, and the part counts as dead. */
    static final Duration LATE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Executor threads;
    private final Periodic beats;
    private volatile Instant timersAt;
    private volatile Instant threadsAt;

    /**
     * The pulse of an agent that is about to start.
     *
     * @param clock the monotonic clock by which {@code timers} count
     * @param threads the ones that run the mailboxes
     */
    public Pulse(Timers timers, InstantSource clock, Executor threads) {
        this.clock = clock;
        this.threads = threads;
        this.timersAt = clock.instant();
        this.threadsAt = timersAt;
        this.beats = new Periodic(timers, clock, PAUSE, this::beat);
    }

    /** Begins to beat; to be called once. */
    public void start() {
        beats.start();
    }

    private void beat() {
        timersAt = clock.instant();
        threads.execute(() -> threadsAt = clock.instant());
    }

    /** What has stopped, in one sentence without a full stop; empty if all goes on. */
    public Optional<String> problem() {
        Instant now = clock.instant();
        if (isLate(timersAt, now)) {
            return Optional.of("no timer has run for " + seconds(timersAt, now) + " s");
        }
        if (isLate(threadsAt, now)) {
            return Optional.of("the threads of the mailboxes have done nothing for " + seconds(threadsAt, now) + " s");
        }
        return Optional.empty();
    }

    private static boolean isLate(Instant beat, Instant now) {
        return beat.plus(LATE).isBefore(now);
    }

    private static long seconds(Instant beat, Instant now) {
        return Duration.between(beat, now).toSeconds();
    }
}
