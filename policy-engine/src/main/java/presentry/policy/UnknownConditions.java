package presentry.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import presentry.policy.model.Condition;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleProblem;

/** Finds conditions that can never be TRUE because they are not understood. */
final class UnknownConditions {
    private UnknownConditions() {}

    /** The first of them, if there is one. */
    static Optional<RuleProblem> first(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(UnknownConditions::in)
                .findFirst();
    }

    private static Stream<RuleProblem> in(Condition condition) {
        return switch (condition) {
            case Condition.Never never -> Stream.of(problem(never.why(), never.line()));
            case Condition.Identity identity -> identity.members().stream().flatMap(UnknownConditions::in);
            case Condition.Sphere ignored -> Stream.of();
            case Condition.Validity ignored -> Stream.of();
            case Condition.AnonymousRequest ignored -> Stream.of();
            case Condition.ExternalList ignored -> Stream.of();
            case Condition.OtherIdentity ignored -> Stream.of();
        };
    }

    private static Stream<RuleProblem> in(IdentityMember member) {
        return member instanceof IdentityMember.Nobody nobody
                ? Stream.of(problem(nobody.why(), nobody.line()))
                : Stream.of();
    }

    private static RuleProblem problem(String why, int line) {
        return new RuleProblem(RuleProblem.Kind.UNKNOWN_CONDITION, why, line);
    }
}
