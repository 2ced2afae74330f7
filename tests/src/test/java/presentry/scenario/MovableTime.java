package presentry.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import presentry.sip.transport.SipTimer;

/**
 * A clock that stands still until it is moved, and the timers that go by it: what is due at once runs at once, the rest
 * when the clock gets there; and a wall clock beside it. Thread-safe.
 */
final class MovableTime implements InstantSource, SipTimer {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));

    private final Executor executor;
    private Instant now;
    private Duration wallAhead = Duration.ZERO;
    private long made;
    private int running;

    /** Something to do, in the order of time and then of asking. */
    private record Task(Instant at, long number, Runnable action) {}

    /** @param executor runs what is due at once */
    MovableTime(Instant start, Executor executor) {
        this.now = start;
        this.executor = executor;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** The wall clock: that of all who are not in the server. It goes along, unless it is set. */
    InstantSource wall() {
        return () -> {
            synchronized (this) {
                return now.plus(wallAhead);
            }
        };
    }

    /** Sets the wall clock, ahead if positive; nothing becomes due by it. */
    synchronized void setWall(Duration ahead) {
        wallAhead = wallAhead.plus(ahead);
    }

    /** Runs {@code action} when the clock stands at {@code at} or later. */
    void at(Instant at, Runnable action) {
        schedule(at, action);
    }

    @Override
    public synchronized Handle after(Duration delay, Runnable action) {
        Task task = schedule(now.plus(delay), action);
        return () -> cancel(task);
    }

    /**
     * Moves the clock. Whatever becomes due is done at its own time.
     *
     * @param settle called after each instant at which something was done, to let it have its consequences
     */
    void pass(Duration duration, Runnable settle) {
        Instant end = instant().plus(duration);
        for (Optional<Task> due = nextUntil(end); due.isPresent(); due = nextUntil(end)) {
            due.get().action().run();
            settle.run();
        }
        moveTo(end);
        settle.run();
    }

    /** Whether nothing that was due at once is still running. */
    synchronized boolean isIdle() {
        return running == 0;
    }

    /** Forgets every timer: those of a server that is no more. */
    synchronized void clear() {
        tasks.clear();
    }

    private synchronized Task schedule(Instant at, Runnable action) {
        Task task = new Task(at, made++, action);
        if (at.isAfter(now)) {
            tasks.add(task);
        } else {
            running++;
            executor.execute(() -> run(task));
        }
        return task;
    }

    private void run(Task task) {
        try {
            task.action().run();
        } finally {
            ran();
        }
    }

    private synchronized void ran() {
        running--;
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private synchronized Optional<Task> nextUntil(Instant end) {
        Task first = tasks.peek();
        if (first == null || first.at().isAfter(end)) {
            return Optional.empty();
        }
        tasks.remove();
        moveTo(first.at());
        return Optional.of(first);
    }

    private synchronized void moveTo(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }
}
