package presentry.policy.cache;

import java.util.concurrent.atomic.AtomicLongArray;
import presentry.uri.Aor;

/**
 * Counts, per user, how often rules changed. Several users share a counter, so a count may go up for nothing, which costs one
 * more load; it never stays where it was after a change.
 */
final class PolicyEpochs {
    private static final int STRIPES = 1 << 14;

    private final AtomicLongArray counts = new AtomicLongArray(STRIPES);

    long of(Aor owner) {
        return counts.get(stripe(owner));
    }

    void changed(Aor owner) {
        counts.getAndIncrement(stripe(owner));
    }

    void allChanged() {
        for (int i = 0; i < STRIPES; i++) {
            counts.getAndIncrement(i);
        }
    }

    private static int stripe(Aor owner) {
        int hash = owner.hashCode() * 0x9E3779B9;
        return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(STRIPES));
    }
}
