package presentry.bench.load;

import java.util.Arrays;

/** How long each of many things took. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos;
    private int size;

    /** @param most how many there will be at most */
    Latencies(int most) {
        this.nanos = new long[most];
    }

    void add(long duration) {
        if (size < nanos.length) {
            nanos[size] = duration;
            size++;
        }
    }

    /** The time within which this share of them was over, in milliseconds; 0 if there are none. */
    double millis(double share) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * size) - 1, 0, size - 1)] / NANOS_PER_MILLI;
    }
}
