package presentry.policy.compile;

import java.util.List;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleClass;

/**
 * A rule taken apart: who it is for, and the rest.
 *
 * @param identity all must hold for the watcher
 * @param ruleClass its place in OMA's order
 * @param rest the rule without the conditions that look at the watcher
 */
record CompiledRule(List<IdentityClause> identity, RuleClass ruleClass, Rule rest) {
    boolean fits(RoleSet roles) {
        for (var clause : identity) {
            if (!clause.holds(roles)) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of heap. */
    int heapBytes() {
        return 128
                + identity.stream().mapToInt(IdentityClause::heapBytes).sum()
                + 64 * rest.conditions().size();
    }
}
