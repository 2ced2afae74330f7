package presentry.agent.shard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import presentry.agent.model.Moment;

/**
 * The time of the agent: that of a clock that nobody sets, and how far the wall clock was ahead when it was looked at last. So
 * all who ask between two looks see both clocks go at one pace. Thread-safe.
 */
public final class ServerClock implements InstantSource {
    /** Less is what reading two clocks one after the other may make of it, and no rule is that exact. */
    private static final Duration SMALLEST_STEP = Duration.ofMillis(500);

    private final InstantSource steady;
    private final InstantSource wall;
    private volatile Duration wallAhead = Duration.ZERO;

    /** @param steady a clock that only ever passes; it shows now what the wall clock shows */
    public ServerClock(InstantSource steady, InstantSource wall) {
        this.steady = steady;
        this.wall = wall;
    }

    /** The time by which things live; what memory keeps of it is what the disk keeps: milliseconds. */
    @Override
    public Instant instant() {
        return steady.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Both times. */
    public Moment moment() {
        return new Moment(instant(), wallAhead);
    }

    /**
     * Looks at the wall clock. By one thread at a time.
     *
     * @return by how much it was set since the last time; zero if it was not
     */
    Duration lookAtWall() {
        Duration ahead = Duration.between(steady.instant(), wall.instant()).truncatedTo(ChronoUnit.MILLIS);
        Duration set = ahead.minus(wallAhead);
        if (set.abs().compareTo(SMALLEST_STEP) < 0) {
            return Duration.ZERO;
        }
        wallAhead = ahead;
        return set;
    }
}
