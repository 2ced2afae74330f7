package presentry.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import presentry.sip.transport.SipTimer;

/** Time that stands still until a test moves it; what falls due then runs on the thread of the test. */
final class HandTimer implements SipTimer {
    private record Due(Instant at, long order, Runnable task) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long count;

    @Override
    public synchronized Handle after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), count++, task);
        queue.add(due);
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        queue.remove(due);
    }

    /** How many tasks are still to come. */
    synchronized int waiting() {
        return queue.size();
    }

    /** Lets {@code time} pass. */
    void pass(Duration time) {
        Instant end = after(time);
        while (true) {
            Optional<Runnable> due = nextDue(end);
            if (due.isEmpty()) {
                return;
            }
            due.get().run();
        }
    }

    private synchronized Instant after(Duration time) {
        return now.plus(time);
    }

    private synchronized Optional<Runnable> nextDue(Instant end) {
        Due due = queue.peek();
        if (due == null || due.at.isAfter(end)) {
            now = end;
            return Optional.empty();
        }
        queue.remove();
        now = due.at;
        return Optional.of(due.task);
    }
}
