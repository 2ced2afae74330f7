package presentry.policy.compile;

import java.util.Arrays;

/**
 * One identity condition over roles: TRUE when one of its alternatives is. An alternative asks for one role and may forbid
 * another, which is how {@code <many>} and its exceptions look.
 */
final class IdentityClause {
    /** Forbids nothing. */
    static final int NO_ROLE = -1;

    private final int[] required;
    private final int[] forbidden;

    private IdentityClause(int[] required, int[] forbidden) {
        this.required = required;
        this.forbidden = forbidden;
    }

    boolean holds(RoleSet roles) {
        for (int i = 0; i < required.length; i++) {
            if (roles.has(required[i]) && (forbidden[i] == NO_ROLE || !roles.has(forbidden[i]))) {
                return true;
            }
        }
        return false;
    }

    /** Bytes of heap. */
    int heapBytes() {
        return 56 + 8 * required.length;
    }

    /** Collects alternatives. */
    static final class Builder {
        private int[] required = new int[1];
        private int[] forbidden = new int[1];
        private int size;

        /** @param without the role it forbids, or {@link #NO_ROLE} */
        Builder add(int asksFor, int without) {
            if (size == required.length) {
                required = Arrays.copyOf(required, 2 * size);
                forbidden = Arrays.copyOf(forbidden, 2 * size);
            }
            required[size] = asksFor;
            forbidden[size++] = without;
            return this;
        }

        IdentityClause build() {
            return new IdentityClause(Arrays.copyOf(required, size), Arrays.copyOf(forbidden, size));
        }
    }
}
