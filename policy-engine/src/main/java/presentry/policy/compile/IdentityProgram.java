package presentry.policy.compile;

import java.util.List;

/**
 * All identity conditions of a rule over roles: each must be TRUE, and is when one of its alternatives is. An alternative asks for
 * one role and may forbid another, which is how {@code <many>} and its exceptions look.
 */
final class IdentityProgram {
    /** Forbids nothing. */
    static final int NO_ROLE = -1;

    /** One row per condition; in it pairs of the role that is asked for and the one that is forbidden. */
    private final int[][] conditions;

    IdentityProgram(List<List<Alternative>> conditions) {
        this.conditions = conditions.stream().map(IdentityProgram::row).toArray(int[][]::new);
    }

    /**
     * One way to fulfil a condition.
     *
     * @param required the role it asks for
     * @param forbidden the role it forbids, or {@link #NO_ROLE}
     */
    record Alternative(int required, int forbidden) {
        static Alternative asking(int role) {
            return new Alternative(role, NO_ROLE);
        }
    }

    boolean holds(RoleSet roles) {
        for (var condition : conditions) {
            if (!holds(condition, roles)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(int[] condition, RoleSet roles) {
        for (int i = 0; i < condition.length; i += 2) {
            if (roles.has(condition[i]) && (condition[i + 1] == NO_ROLE || !roles.has(condition[i + 1]))) {
                return true;
            }
        }
        return false;
    }

    private static int[] row(List<Alternative> alternatives) {
        var row = new int[2 * alternatives.size()];
        for (int i = 0; i < alternatives.size(); i++) {
            row[2 * i] = alternatives.get(i).required();
            row[2 * i + 1] = alternatives.get(i).forbidden();
        }
        return row;
    }

    /** Bytes of heap. */
    int heapBytes() {
        int bytes = 32;
        for (var condition : conditions) {
            bytes += 20 + Integer.BYTES * condition.length;
        }
        return bytes;
    }
}
