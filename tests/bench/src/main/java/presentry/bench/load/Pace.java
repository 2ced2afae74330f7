package presentry.bench.load;

import java.util.concurrent.TimeUnit;

/**
 * When the next conversation may begin.
 *
 * @param outstanding how many there may be at the same time
 * @param perSecond how many begin in a second, whether or not the server keeps up; 0: as soon as one is over
 */
record Pace(int outstanding, int perSecond) {
    private static final int BOUND = 100_000;

    /** The next one begins when one is over: shows how much the server can do. */
    static Pace closed(int outstanding) {
        return new Pace(outstanding, 0);
    }

    /** They begin at a fixed rate: shows how long they take at that rate. */
    static Pace open(int perSecond) {
        return new Pace(BOUND, perSecond);
    }

    boolean isOpen() {
        return perSecond > 0;
    }

    /** In nanoseconds of {@link System#nanoTime()}. */
    long due(int number, long begun) {
        return isOpen() ? begun + number * TimeUnit.SECONDS.toNanos(1) / perSecond : begun;
    }
}
