package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import presentry.agent.model.Moment;

/** What of a wall clock that somebody sets the agent sees, and when. */
class ServerClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant steady = NOON;
    private Instant wall = NOON;
    private final ServerClock clock = new ServerClock(() -> steady, () -> wall);

    private void pass(Duration time) {
        steady = steady.plus(time);
        wall = wall.plus(time);
    }

    @Test
    void bothClocksShowTheSameUntilOneIsSet() {
        pass(HOUR);

        assertThat(clock.lookAtWall()).isZero();
        assertThat(clock.moment()).isEqualTo(Moment.of(NOON.plus(HOUR)));
    }

    @Test
    void aStepIsSeenWhenItIsLookedAt() {
        wall = wall.plus(HOUR);
        Moment before = clock.moment();

        assertThat(clock.lookAtWall()).isEqualTo(HOUR);
        assertThat(before.wall()).isEqualTo(NOON);
        assertThat(clock.moment().wall()).isEqualTo(NOON.plus(HOUR));
        assertThat(clock.moment().now()).isEqualTo(NOON);
    }

    @Test
    void aStepBackIsAStep() {
        wall = wall.minus(HOUR);

        assertThat(clock.lookAtWall()).isEqualTo(HOUR.negated());
    }

    @Test
    void eachStepIsSeenOnce() {
        wall = wall.plus(HOUR);
        clock.lookAtWall();
        pass(HOUR);

        assertThat(clock.lookAtWall()).isZero();
    }

    @Test
    void aLittleIsNoStep() {
        wall = wall.plusMillis(499);

        assertThat(clock.lookAtWall()).isZero();
    }

    @Test
    void manyLittleOnesAreSeenTogether() {
        wall = wall.plusMillis(300);
        clock.lookAtWall();
        wall = wall.plusMillis(300);

        assertThat(clock.lookAtWall()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void whatWillBeOnTheWallIsFoundOnTheClockThatNobodySets() {
        Moment ahead = new Moment(NOON, HOUR);

        assertThat(ahead.whenWallShows(NOON.plus(HOUR.multipliedBy(3)))).isEqualTo(NOON.plus(HOUR.multipliedBy(2)));
        assertThat(ahead.whenWallShows(Instant.MAX)).isEqualTo(Instant.MAX);
    }

    @Test
    void theWatchTellsOfAStepWithinASecond() {
        List<Runnable> timers = new ArrayList<>();
        List<Moment> told = new ArrayList<>();
        new WallClockWatch(clock, (at, task) -> timers.add(task), () -> told.add(clock.moment())).start();

        timers.removeFirst().run();
        wall = wall.plus(HOUR);
        timers.removeFirst().run();
        timers.removeFirst().run();

        assertThat(told).containsExactly(new Moment(NOON, HOUR));
    }
}
