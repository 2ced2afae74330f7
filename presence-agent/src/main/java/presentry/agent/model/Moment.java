package presentry.agent.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happens, on two clocks: one that only ever passes, by which subscriptions and publications live, and that of the
 * wall, which somebody may set, and by which rules and documents say when they hold (RFC 4745, section 7.3).
 *
 * @param now by the clock that nobody sets, in whole milliseconds
 * @param wallAhead how far the wall clock is ahead of it; negative if it is behind
 */
public record Moment(Instant now, Duration wallAhead) {
    /** A moment at which both clocks show the same. */
    public static Moment of(Instant now) {
        return new Moment(now, Duration.ZERO);
    }

    /** What the wall clock shows. */
    public Instant wall() {
        return wallShows(now);
    }

    /** What the wall clock shows at an instant of the other clock, if nobody sets it. */
    public Instant wallShows(Instant at) {
        return at.plus(wallAhead);
    }

    /** When the wall clock will show that, if nobody sets it; {@link Instant#MAX} for never. */
    public Instant whenWallShows(Instant wall) {
        return wall.equals(Instant.MAX) ? Instant.MAX : wall.minus(wallAhead);
    }
}
