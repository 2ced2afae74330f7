package presentry.policy;

import java.util.List;
import java.util.Set;
import presentry.policy.evaluate.ConditionMatcher;
import presentry.policy.model.Condition;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;
import presentry.policy.model.WatcherIdentity;

/**
 * Whether one rule matches whenever another does. Says yes only where it is sure: a watcher with several identities, which may be
 * excluded by any of them, is taken into account.
 */
final class Implication {
    private Implication() {}

    /** Whether {@code wider} matches whenever {@code narrower} does. */
    static boolean always(Rule narrower, Rule wider) {
        return wider.conditions().stream().allMatch(condition -> isImplied(condition, narrower.conditions()));
    }

    private static boolean isImplied(Condition wider, List<Condition> narrower) {
        return narrower.stream().anyMatch(condition -> implies(condition, wider));
    }

    private static boolean implies(Condition narrower, Condition wider) {
        if (narrower instanceof Condition.Identity one && wider instanceof Condition.Identity other) {
            return !one.members().isEmpty()
                    && one.members().stream()
                            .allMatch(member ->
                                    other.members().stream().anyMatch(candidate -> implies(member, candidate)));
        }
        if (narrower instanceof Condition.Sphere one && wider instanceof Condition.Sphere other) {
            return one.tokens().stream()
                    .allMatch(token -> other.tokens().stream().anyMatch(token::equalsIgnoreCase));
        }
        return narrower instanceof Condition.Validity one
                && wider instanceof Condition.Validity other
                && Set.copyOf(other.intervals()).containsAll(one.intervals());
    }

    private static boolean implies(IdentityMember narrower, IdentityMember wider) {
        return switch (narrower) {
            case IdentityMember.Nobody ignored -> true;
            case IdentityMember.One one ->
                ConditionMatcher.matches(wider, WatcherIdentity.of(one.id())) && exceptsNobody(wider);
            case IdentityMember.Many many ->
                wider instanceof IdentityMember.Many other
                        && (other.domain().isEmpty() || other.domain().equals(many.domain()))
                        && Set.copyOf(many.excepts()).containsAll(other.excepts());
        };
    }

    private static boolean exceptsNobody(IdentityMember member) {
        return !(member instanceof IdentityMember.Many many) || many.excepts().isEmpty();
    }
}
