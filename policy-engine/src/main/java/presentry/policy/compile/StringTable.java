package presentry.policy.compile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number that belongs to a string, in one array of strings and one of numbers: a third of what a map of boxed
 * numbers takes. Immutable. Open addressing, at most two thirds full.
 */
final class StringTable {
    /** What {@link #find} answers for a string that is not there. */
    static final int ABSENT = -1;

    private final @Nullable String[] keys;
    private final int[] numbers;

    /** @param entries numbers from 0 */
    StringTable(Map<String, Integer> entries) {
        int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, entries.size() * 3 / 2)) * 2);
        keys = new @Nullable String[capacity];
        numbers = new int[capacity];
        entries.forEach(this::put);
    }

    /** The number of a string, or {@link #ABSENT}. */
    int find(String key) {
        int mask = keys.length - 1;
        int at = slot(key, mask);
        while (true) {
            var found = keys[at];
            if (found == null) {
                return ABSENT;
            }
            if (found.equals(key)) {
                return numbers[at];
            }
            at = (at + 1) & mask;
        }
    }

    /** Bytes of heap, with the strings. */
    int heapBytes() {
        int strings = 0;
        for (var key : keys) {
            strings += key == null ? 0 : 56 + key.length();
        }
        return 80 + 8 * keys.length + strings;
    }

    private void put(String key, int number) {
        int mask = keys.length - 1;
        int at = slot(key, mask);
        while (keys[at] != null) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        numbers[at] = number;
    }

    private static int slot(String key, int mask) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & mask;
    }
}
