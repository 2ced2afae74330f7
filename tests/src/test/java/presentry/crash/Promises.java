package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import presentry.demo.NothingCame;

/**
 * Tells an acknowledged request from one in doubt. While the server lives, every request must be acknowledged; once it was
 * killed, a request that was under way may have been carried out or not, and nobody can know. Thread-safe.
 */
final class Promises {
    /** One permit for each acknowledged request. */
    private final Semaphore given = new Semaphore(0);

    private volatile boolean killed;

    /** Call it before the kill. */
    void end() {
        killed = true;
    }

    boolean isOver() {
        return killed;
    }

    /** Waits until so many requests have been acknowledged since the last call; false if that takes too long. */
    boolean await(int count) throws InterruptedException {
        return given.tryAcquire(count, 30, TimeUnit.SECONDS);
    }

    /** Call it when the server is there again. */
    void begin() {
        given.drainPermits();
        killed = false;
    }

    /**
     * Sends a request.
     *
     * @param <R> the response
     * @return the response of the 2xx class; empty if the request is in doubt
     * @throws AssertionError if a living server did not acknowledge it
     */
    <R> Optional<R> ask(Supplier<R> request, ToIntFunction<R> status) {
        R response;
        try {
            response = request.get();
        } catch (NothingCame silence) {
            if (killed) {
                return Optional.empty();
            }
            throw silence;
        }
        if (status.applyAsInt(response) / 100 == 2) {
            given.release();
            return Optional.of(response);
        }
        assertThat(killed).as("a living server answered %s", response).isTrue();
        return Optional.empty();
    }
}
