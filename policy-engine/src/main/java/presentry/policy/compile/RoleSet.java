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

    private static final int BITS = Long.SIZE;

    private final long[] words;

    private RoleSet(long[] words) {
        this.words = words;
    }

    static RoleSet of(int... roles) {
        var bits = new BitSet();
        for (int role : roles) {
            bits.set(role);
        }
        return new RoleSet(bits.toLongArray());
    }

    static RoleSet of(BitSet roles) {
        return new RoleSet(roles.toLongArray());
    }

    RoleSet or(RoleSet other) {
        if (words.length < other.words.length) {
            return other.or(this);
        }
        var union = words.clone();
        for (int i = 0; i < other.words.length; i++) {
            union[i] |= other.words[i];
        }
        return new RoleSet(union);
    }

    boolean has(int role) {
        int word = role / BITS;
        return word < words.length && (words[word] & (1L << role)) != 0;
    }

    /** Bytes of heap. */
    int heapBytes() {
        return 32 + Long.BYTES * words.length;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleSet that && Arrays.equals(words, that.words);
    }
}
