package presentry.agent.shard;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each second whether somebody has set the wall clock: by hand, by NTP, or by stopping the machine for a while. */
public final class WallClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(WallClockWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ServerClock clock;
    private final Runnable whenSet;
    private final Periodic looks;

    /** @param whenSet is run each time that the wall clock was set */
    public WallClockWatch(ServerClock clock, Timers timers, Runnable whenSet) {
        this.clock = clock;
        this.whenSet = whenSet;
        this.looks = new Periodic(timers, clock, PAUSE, this::look);
    }

    /** Begins to look; to be called once. */
    public void start() {
        looks.start();
    }

    private void look() {
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
