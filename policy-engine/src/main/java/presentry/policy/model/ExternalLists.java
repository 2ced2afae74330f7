package presentry.policy.model;

import java.util.List;

/** The lists of URIs that the rules of one user may refer to (OMA's external-list). */
@FunctionalInterface
public interface ExternalLists {
    /** Knows no list. */
    ExternalLists NONE = anchor -> List.of();

    /**
     * The URIs on a list, bounded by who keeps it; may block.
     *
     * @param anchor the address that a rule gives of it
     * @return none when there is no such list or it cannot be used, so that it matches nobody
     */
    List<String> members(String anchor);
}
