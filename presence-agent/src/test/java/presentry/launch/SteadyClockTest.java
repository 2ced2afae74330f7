package presentry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The time by which things live. */
class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant wall = NOON;
    private long nanos = Long.MAX_VALUE - 5;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    @Test
    void itBeginsWithTheTimeOfTheWall() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void itGoesOnWhileSomebodySetsTheWallClock() {
        wall = wall.plus(Duration.ofDays(365));
        nanos += Duration.ofSeconds(7).toNanos(); // past the end of the numbers, as the counter of a machine may be

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
    }
}
