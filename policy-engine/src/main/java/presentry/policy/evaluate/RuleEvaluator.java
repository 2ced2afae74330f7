package presentry.policy.evaluate;

import java.util.List;
import presentry.policy.model.Moment;
import presentry.policy.model.Outcome;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleClass;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;

/** Decides rule by rule, as RFC 4745, section 10, tells it. Slow and plain: what the compiled form is measured by. */
public final class RuleEvaluator {
    private final Usage usage;
    private final List<Rule> rules;

    /** @param rules those of all documents of the user together (RFC 5025, section 9.7); their order is of no meaning */
    public RuleEvaluator(Usage usage, List<Rule> rules) {
        this.usage = usage;
        this.rules = List.copyOf(rules);
    }

    /** What the rules say about a watcher at a moment. */
    public Outcome decide(WatcherIdentity watcher, Moment moment) {
        return PermissionCombiner.combine(usage, matching(watcher, moment));
    }

    /** The rules that decide: those that match, and count where OMA's order leaves some out. */
    public List<Rule> matching(WatcherIdentity watcher, Moment moment) {
        var matching = rules.stream()
                .filter(rule -> ConditionMatcher.matches(rule, watcher, moment))
                .toList();
        return PermissionCombiner.counting(matching, rule -> RuleClass.of(rule.conditions()));
    }
}
