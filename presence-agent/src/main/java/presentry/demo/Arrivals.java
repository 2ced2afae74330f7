package presentry.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What has come and was not looked at yet, in the order of its coming. Thread-safe. */
final class Arrivals<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<T> unread = new ArrayList<>();

    void add(T arrival) {
        lock.lock();
        try {
            unread.add(arrival);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the first that is wanted, waiting for it if it is not there yet; empty if it does not come in time. */
    Optional<T> await(Predicate<? super T> wanted, Duration patience) {
        lock.lock();
        try {
            Optional<T> taken = take(wanted);
            for (long left = patience.toNanos(); taken.isEmpty() && left > 0; taken = take(wanted)) {
                left = arrived.awaitNanos(left);
            }
            return taken;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** All that is there. */
    List<T> unread() {
        lock.lock();
        try {
            return List.copyOf(unread);
        } finally {
            lock.unlock();
        }
    }

    private Optional<T> take(Predicate<? super T> wanted) {
        for (Iterator<T> arrivals = unread.iterator(); arrivals.hasNext(); ) {
            T arrival = arrivals.next();
            if (wanted.test(arrival)) {
                arrivals.remove();
                return Optional.of(arrival);
            }
        }
        return Optional.empty();
    }
}
