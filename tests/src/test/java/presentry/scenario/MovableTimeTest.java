package presentry.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import presentry.sip.transport.SipTimer;

/** What happens when the clock is moved. */
class MovableTimeTest {
    private static final Instant NOON = Instant.parse("2030-03-01T12:00:00Z");

    private final MovableTime time = new MovableTime(NOON, Runnable::run);
    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsDueIsDoneInTheOrderOfTime() {
        time.after(Duration.ofSeconds(2), () -> done.add("second"));
        time.after(Duration.ofSeconds(1), () -> done.add("first"));
        time.after(Duration.ofSeconds(4), () -> done.add("later"));

        time.pass(Duration.ofSeconds(3), () -> {});

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void eachTaskSeesItsOwnTime() {
        List<Instant> seen = new ArrayList<>();
        time.at(NOON.plusSeconds(1), () -> seen.add(time.instant()));

        time.pass(Duration.ofSeconds(3), () -> {});

        assertThat(seen).containsExactly(NOON.plusSeconds(1));
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void whatATaskPutsOffIsDoneInTheSameMove() {
        time.after(Duration.ofSeconds(1), () -> time.after(Duration.ofSeconds(1), () -> done.add("again")));

        time.pass(Duration.ofSeconds(3), () -> {});

        assertThat(done).containsExactly("again");
    }

    @Test
    void whatIsCancelledIsNotDone() {
        SipTimer.Handle handle = time.after(Duration.ofSeconds(1), () -> done.add("never"));
        handle.cancel();

        time.pass(Duration.ofSeconds(3), () -> {});

        assertThat(done).isEmpty();
    }

    @Test
    void whatIsDueAtOnceDoesNotWaitForTheClock() {
        time.at(NOON, () -> done.add("now"));

        assertThat(done).containsExactly("now");
        assertThat(time.isIdle()).isTrue();
    }
}
