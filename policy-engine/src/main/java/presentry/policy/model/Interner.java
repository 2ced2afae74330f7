package presentry.policy.model;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal values one object, so that a comparison of references is a comparison of values. Holds what it gave out
 * weakly: it is as large as what is in use elsewhere. Like the one behind {@link String#intern()} it is not state that
 * anybody can see.
 */
final class Interner<T> {
    private final ConcurrentHashMap<Held<T>, Held<T>> pool = new ConcurrentHashMap<>();
    private final ReferenceQueue<T> dropped = new ReferenceQueue<>();

    /** The one object equal to {@code value}; {@code value} itself when it is the first. */
    T intern(T value) {
        forgetDropped();
        var held = new Held<>(value, dropped);
        while (true) {
            var earlier = pool.putIfAbsent(held, held);
            if (earlier == null) {
                return value;
            }
            var known = earlier.get();
            if (known != null) {
                return known;
            }
            pool.remove(earlier, earlier);
        }
    }

    private void forgetDropped() {
        Reference<? extends T> reference;
        while ((reference = dropped.poll()) != null) {
            pool.remove(reference);
        }
    }

    private static final class Held<T> extends WeakReference<T> {
        private final int hash;

        Held(T value, ReferenceQueue<T> dropped) {
            super(value, dropped);
            this.hash = value.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            if (!(other instanceof Held<?> held) || hash != held.hash) {
                return false;
            }
            var mine = get();
            return mine != null && mine.equals(held.get());
        }
    }
}
