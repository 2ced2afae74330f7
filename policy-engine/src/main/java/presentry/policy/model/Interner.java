package presentry.policy.model;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes one object per content, so that a comparison of references is one of contents. Holds the objects weakly: it is as large as
 * what is in use elsewhere. Like the pool behind {@link String#intern()} it is not state that anybody can see.
 *
 * @param <K> the content, compared by {@code equals}
 * @param <V> the object, which must hold its content
 */
final class Interner<K, V> {
    private final ConcurrentHashMap<K, Held<K, V>> pool = new ConcurrentHashMap<>();
    private final ReferenceQueue<V> dropped = new ReferenceQueue<>();
    private final Function<K, V> maker;

    Interner(Function<K, V> maker) {
        this.maker = maker;
    }

    /** The one object with this content. */
    V get(K content) {
        forgetDropped();
        while (true) {
            var held = pool.get(content);
            var known = held == null ? null : held.get();
            if (known != null) {
                return known;
            }
            var made = maker.apply(content);
            var fresh = new Held<>(content, made, dropped);
            held = pool.compute(content, (same, older) -> older != null && older.get() != null ? older : fresh);
            known = held.get();
            if (known != null) {
                return known;
            }
        }
    }

    private void forgetDropped() {
        for (var reference = dropped.poll(); reference != null; reference = dropped.poll()) {
            if (reference instanceof Held<?, ?> held) {
                pool.remove(held.content, held);
            }
        }
    }

    private static final class Held<K, V> extends WeakReference<V> {
        private final K content;

        Held(K content, V value, ReferenceQueue<V> dropped) {
            super(value, dropped);
            this.content = content;
        }
    }
}
