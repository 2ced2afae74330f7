package presentry.policy.compile;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The roles somebody plays in the identity conditions of a policy, such as "is named in the second rule" or "is left out of
 * the third". All that those conditions look at; roles of several identities add up.
 */
final class RoleSet {
    /** The watcher has an identity. */
    static final int AUTHENTICATED = 0;
    /** The watcher has none. */
    static final int UNAUTHENTICATED = 1;
    /** The watcher asked to stay anonymous. */
    static final int ANONYMOUS = 2;
    /** The first role that a policy can give away. */
    static final int FIRST_FREE = 3;

    private static final long[] NONE = {};

    private final long low;
    /** Roles from 64 on; most policies have none. */
    private final long[] high;

    private RoleSet(long low, long[] high) {
        this.low = low;
        this.high = high;
    }

    static RoleSet of(int... roles) {
        var bits = new BitSet();
        for (int role : roles) {
            bits.set(role);
        }
        return of(bits);
    }

    static RoleSet of(BitSet roles) {
        var words = roles.toLongArray();
        return new RoleSet(
                words.length == 0 ? 0 : words[0], words.length < 2 ? NONE : Arrays.copyOfRange(words, 1, words.length));
    }

    RoleSet or(RoleSet other) {
        if (high.length < other.high.length) {
            return other.or(this);
        }
        var union = high.length == 0 ? NONE : high.clone();
        for (int i = 0; i < other.high.length; i++) {
            union[i] |= other.high[i];
        }
        return new RoleSet(low | other.low, union);
    }

    boolean has(int role) {
        if (role < Long.SIZE) {
            return (low & (1L << role)) != 0;
        }
        int word = role / Long.SIZE - 1;
        return word < high.length && (high[word] & (1L << role)) != 0;
    }

    /** Bytes of heap. */
    int heapBytes() {
        return 24 + (high.length == 0 ? 0 : 16 + Long.BYTES * high.length);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleSet that && low == that.low && Arrays.equals(high, that.high);
    }
}
