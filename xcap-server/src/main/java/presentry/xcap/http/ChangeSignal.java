package presentry.xcap.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import presentry.xcap.store.Change;
import presentry.xcap.store.CommitListener;

/** Wakes those who follow the change log. Register it as a listener of the store, and close it before the HTTP server. */
public final class ChangeSignal implements CommitListener, AutoCloseable {

    /** So often a silent stream shows that it lives, and finds out whether its reader does. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private long count;
    private boolean closed;

    @Override
    public CompletionStage<?> committed(Change change) {
        lock.lock();
        try {
            count++;
            something.signalAll();
        } finally {
            lock.unlock();
        }
        return CompletableFuture.completedFuture(change);
    }

    /** How many commits there were. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there was a commit after the first {@code seen}, or after some seconds. */
    void await(long seen) {
        lock.lock();
        try {
            long nanos = HEARTBEAT.toNanos();
            while (count == seen && !closed && nanos > 0) {
                nanos = something.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
