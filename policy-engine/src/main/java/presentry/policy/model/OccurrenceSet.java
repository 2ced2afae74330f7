package presentry.policy.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which occurrences of one component (service, person or device) are shown: a set variable whose special value for all
 * of them absorbs every member (RFC 5025, section 3.3.1).
 *
 * @param all whether every occurrence is shown
 * @param members what selects the occurrences shown; empty when all are
 */
public record OccurrenceSet(boolean all, SortedSet<OccurrenceSelector> members) {
    /** Shows no occurrence: what a rule grants that says nothing. */
    public static final OccurrenceSet NONE = new OccurrenceSet(false, Collections.emptySortedSet());

    /** Shows every occurrence. */
    public static final OccurrenceSet ALL = new OccurrenceSet(true, Collections.emptySortedSet());

    /** Takes its own copy of the members, or drops them when all are shown. */
    public OccurrenceSet {
        members = all ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }

    /** Union (RFC 4745, section 10.2). */
    public OccurrenceSet or(OccurrenceSet other) {
        if (all || other.all) {
            return ALL;
        }
        if (members.isEmpty() || other.members.isEmpty()) {
            return members.isEmpty() ? other : this;
        }
        var union = new TreeSet<>(members);
        union.addAll(other.members);
        return new OccurrenceSet(false, union);
    }

    /** Whether no occurrence can be shown. */
    public boolean isEmpty() {
        return !all && members.isEmpty();
    }
}
