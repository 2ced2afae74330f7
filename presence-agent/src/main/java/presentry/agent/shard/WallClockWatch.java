package presentry.agent.shard;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each second whether somebody has set the wall clock: by hand, by NTP, or by stopping the machine for a while. */
public final class WallClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(WallClockWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ServerClock clock;
    private final Timers timers;
    private final Runnable whenSet;

    /** @param whenSet is run each time that the wall clock was set */
    public WallClockWatch(ServerClock clock, Timers timers, Runnable whenSet) {
        this.clock = clock;
        this.timers = timers;
        this.whenSet = whenSet;
    }

    /** Begins to look; to be called once. */
    public void start() {
        timers.at(clock.instant().plus(PAUSE), this::look);
    }

    private void look() {
        try {
            compare();
        } finally {
            start(); // whatever the look ends in, the next one comes
        }
    }

    private void compare() {
        Duration set = clock.lookAtWall();
        if (!set.isZero()) {
            LOG.warn(
                    "The wall clock was set by {} ms: rules are asked by its new time; what lives in this server lives"
                            + " as long as it was promised",
                    set.toMillis());
            whenSet.run();
        }
    }
}
