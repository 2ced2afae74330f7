package presentry.agent.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds for a value the equal one that came before, so that what is kept with many subscriptions is kept as one object. It
 * remembers a fixed number of recent values and forgets one whenever another takes its place: a telephone that subscribes to
 * a hundred friends does so at once. Thread-safe.
 *
 * @param <T> immutable values, told apart by equals
 */
public final class Recurring<T> {
    private final AtomicReferenceArray<@Nullable T> recent;

    /** @param places how many values it remembers; a power of two */
    public Recurring(int places) {
        this.recent = new AtomicReferenceArray<>(places);
    }

    /** The value, or an equal one that came before. */
    public T same(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & (recent.length() - 1);
        T before = recent.get(place);
        if (value.equals(before)) {
            return before;
        }
        recent.set(place, value);
        return value;
    }
}
