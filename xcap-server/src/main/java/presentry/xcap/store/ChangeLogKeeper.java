package presentry.xcap.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the change log forget what it need not remember: a little at a time between other writes, and after pauses, so that
 * nobody waits for it.
 */
public final class ChangeLogKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLogKeeper.class);

    /** Some milliseconds of the writer's time. */
    private static final int MOST_AT_ONCE = 500;

    private static final Duration UNTIL_THE_NEXT_PART = Duration.ofMillis(200);
    private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofMinutes(10);

    private final ChangeFeed feed;
    private final Retention retention;
    private final InstantSource clock;
    private final BiConsumer<Duration, Runnable> later;
    private volatile boolean closed;

    /**
     * @param clock by which changes grow old
     * @param later runs something after a while, on a thread that must not be held up
     */
    public ChangeLogKeeper(
            ChangeFeed feed, Retention retention, InstantSource clock, BiConsumer<Duration, Runnable> later) {
        this.feed = feed;
        this.retention = retention;
        this.clock = clock;
        this.later = later;
    }

    /** Looks for the first time after a pause, and then time and again. */
    public void start() {
        later.accept(UNTIL_THE_NEXT_LOOK, this::forget);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what follows from the outcome is done here
    private void forget() {
        if (!closed) {
            feed.forget(clock.instant().minus(retention.age()), retention.changes(), MOST_AT_ONCE)
                    .whenComplete((forgotten, failure) -> {
                        if (failure != null) {
                            LOG.warn("The change log could not be shortened: {}", failure.getMessage());
                        }
                        boolean more = failure == null && forgotten == MOST_AT_ONCE;
                        later.accept(more ? UNTIL_THE_NEXT_PART : UNTIL_THE_NEXT_LOOK, this::forget);
                    });
        }
    }

    /** Nothing is forgotten any more. */
    @Override
    public void close() {
        closed = true;
    }
}
