package presentry.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Which counts of which nonces were used (RFC 7616, section 3.4, {@code nc}): each at most once. A client that asks several
 * things at a time may be overtaken by itself, so the last 64 counts are told apart one by one.
 *
 * <p>Bounded: the oldest nonces are forgotten first, and what is older than one that was forgotten counts as used up.
 * Thread-safe.
 */
final class NonceCounts {

    private static final int WINDOW = Long.SIZE;

    private final int capacity;
    private final TreeMap<Key, Window> used =
            new TreeMap<>(Comparator.comparing(Key::issued).thenComparing(Key::nonce));
    private Instant forgotten = Instant.MIN;

    /** @param capacity of how many nonces the counts are kept, 1 and more */
    NonceCounts(int capacity) {
        this.capacity = capacity;
    }

    /** Uses a count; false if it was used before, or may have been. */
    synchronized boolean use(String nonce, Instant issued, long count) {
        Key key = new Key(issued, nonce);
        Window window = used.get(key);
        if (window == null) {
            if (!issued.isAfter(forgotten)) {
                return false;
            }
            window = new Window();
            used.put(key, window);
            forgetOldest();
        }
        return window.use(count);
    }

    private void forgetOldest() {
        while (used.size() > capacity) {
            forgotten = used.pollFirstEntry().getKey().issued();
        }
    }

    private record Key(Instant issued, String nonce) {}

    /** The highest count, and which of the {@link #WINDOW} up to it were used, the highest as the lowest bit. */
    private static final class Window {
        private long highest;
        private long bits;

        boolean use(long count) {
            if (count > highest) {
                long step = count - highest;
                bits = step >= WINDOW ? 1 : (bits << step) | 1;
                highest = count;
                return true;
            }
            long back = highest - count;
            if (count < 1 || back >= WINDOW || (bits & (1L << back)) != 0) {
                return false;
            }
            bits |= 1L << back;
            return true;
        }
    }
}
