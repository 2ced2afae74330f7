package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import presentry.agent.presentity.Samples;

/** Whether a part that stopped is noticed. */
class PulseTest {
    private static final Executor AT_ONCE = Runnable::run;

    private final Deque<Runnable> due = new ArrayDeque<>();
    private final Timers timers = (at, task) -> due.add(task);
    private Instant now = Samples.NOON;

    private Pulse pulse(Executor threads) {
        Pulse pulse = new Pulse(timers, () -> now, threads);
        pulse.start();
        return pulse;
    }

    private void ring() {
        due.remove().run();
    }

    private void passMoreThanIsHealthy() {
        now = now.plus(Pulse.LATE).plus(Duration.ofSeconds(1));
    }

    @Test
    void aPulseThatBeatsIsNoProblem() {
        Pulse pulse = pulse(AT_ONCE);

        passMoreThanIsHealthy();
        ring();

        assertThat(pulse.problem()).isEmpty();
    }

    @Test
    void timersThatRunNoMoreAreAProblem() {
        Pulse pulse = pulse(AT_ONCE);
        ring();

        passMoreThanIsHealthy();

        assertThat(pulse.problem()).contains("no timer has run for 11 s");
    }

    @Test
    void threadsThatTakeNoTaskAreAProblem() {
        Pulse pulse = pulse(task -> {});

        passMoreThanIsHealthy();
        ring();

        assertThat(pulse.problem()).contains("the threads of the mailboxes have done nothing for 11 s");
    }

    @Test
    void anErrorOfOneRunDoesNotKeepTheNextFromComing() {
        new Periodic(timers, () -> now, Duration.ofSeconds(1), () -> {
                    throw new StackOverflowError("on purpose");
                })
                .start();

        assertThat(failureOfTheNextRun()).isInstanceOf(StackOverflowError.class);
        assertThat(due).hasSize(1);
    }

    private Throwable failureOfTheNextRun() {
        try {
            ring();
            return new AssertionError("the task did not fail");
        } catch (StackOverflowError expected) {
            return expected;
        }
    }
}
