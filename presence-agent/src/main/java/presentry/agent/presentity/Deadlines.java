package presentry.agent.presentity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** When something must be looked at again, and what. Each thing has one deadline at most. */
final class Deadlines<T> {
    private final TreeMap<Instant, Set<T>> byTime = new TreeMap<>();
    private final Map<T, Instant> byThing = new HashMap<>();

    /** Sets the deadline of a thing; {@link Instant#MAX} means none. */
    void set(T thing, Instant at) {
        if (at.equals(byThing.get(thing))) {
            return;
        }
        clear(thing);
        if (!at.equals(Instant.MAX)) {
            byThing.put(thing, at);
            byTime.computeIfAbsent(at, unused -> new LinkedHashSet<>()).add(thing);
        }
    }

    void clear(T thing) {
        Instant at = byThing.remove(thing);
        if (at == null) {
            return;
        }
        Set<T> together = byTime.get(at);
        if (together != null && together.remove(thing) && together.isEmpty()) {
            byTime.remove(at);
        }
    }

    Optional<Instant> earliest() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.firstKey());
    }

    /** Takes out all that is due. */
    List<T> due(Instant now) {
        List<T> due = new ArrayList<>();
        while (!byTime.isEmpty() && !byTime.firstKey().isAfter(now)) {
            Set<T> together = byTime.pollFirstEntry().getValue();
            together.forEach(byThing::remove);
            due.addAll(together);
        }
        return due;
    }
}
