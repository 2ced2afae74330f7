package presentry.agent.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * When the subscriptions of one table must be looked at again. A heap in one array: a tree takes ten times the room, and to
 * find one of a few among few is quick.
 */
final class Deadlines {
    private final PriorityQueue<LiveSubscription> earliestFirst = new PriorityQueue<>(1, LiveSubscription.BY_DEADLINE);

    /** Sets a deadline in place of the one before; {@link Instant#MAX} for none. */
    void set(LiveSubscription live, Instant at) {
        if (at.equals(live.deadline())) {
            return;
        }
        if (isAwaited(live.deadline())) { // to look for one that is not there would take time for each that is
            earliestFirst.remove(live);
        }
        live.deadline(at);
        if (isAwaited(at)) {
            earliestFirst.add(live);
        }
    }

    private static boolean isAwaited(Instant at) {
        return at.isBefore(Instant.MAX);
    }

    /** The earliest; {@link Instant#MAX} if there is none. */
    Instant next() {
        LiveSubscription first = earliestFirst.peek();
        return first == null ? Instant.MAX : first.deadline();
    }

    /** Takes out those whose deadline has come, the earliest first. */
    List<LiveSubscription> due(Instant now) {
        if (next().isAfter(now)) {
            return List.of();
        }
        List<LiveSubscription> due = new ArrayList<>();
        while (!next().isAfter(now)) {
            LiveSubscription live = earliestFirst.element();
            set(live, Instant.MAX);
            due.add(live);
        }
        return due;
    }
}
