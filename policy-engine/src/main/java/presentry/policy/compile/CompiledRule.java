package presentry.policy.compile;

import java.util.List;
import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.policy.model.Grant;
import presentry.policy.model.Permissions;
import presentry.policy.model.RuleClass;
import presentry.policy.model.SubHandling;

/**
 * A rule taken apart: who it is for, when it holds, and what it grants.
 *
 * @param id its identifier, for the log
 * @param identity the conditions that look at the watcher
 * @param ruleClass its place in OMA's order
 * @param environment the conditions that look at the sphere and the time
 */
record CompiledRule(
        String id,
        IdentityProgram identity,
        RuleClass ruleClass,
        List<Condition> environment,
        Optional<SubHandling> handling,
        Permissions permissions)
        implements Grant {
    /** Bytes of heap, without its permissions. */
    int heapBytes() {
        return 112 + identity.heapBytes() + 64 * environment.size();
    }
}
