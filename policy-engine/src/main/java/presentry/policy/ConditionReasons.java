package presentry.policy;

import java.util.List;
import java.util.Optional;
import presentry.policy.Explanation.Reason;
import presentry.policy.evaluate.ConditionMatcher;
import presentry.policy.model.Condition;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Moment;
import presentry.policy.model.WatcherIdentity;

/** Says of a condition whether it is TRUE, and which line of the document makes it so. */
final class ConditionReasons {
    private final WatcherIdentity watcher;
    private final Moment moment;

    ConditionReasons(WatcherIdentity watcher, Moment moment) {
        this.watcher = watcher;
        this.moment = moment;
    }

    Reason of(Condition condition) {
        boolean holds = ConditionMatcher.matches(condition, watcher, moment);
        return switch (condition) {
            case Condition.Identity identity -> of(identity, holds);
            case Condition.Sphere sphere ->
                new Reason(
                        sphere.line(),
                        holds,
                        "the sphere must be " + String.join(" or ", sphere.tokens()) + "; it is "
                                + moment.sphere().orElse("undefined"));
            case Condition.Validity validity ->
                new Reason(
                        validity.line(),
                        holds,
                        "it is " + moment.now() + (holds ? ", in" : ", not in") + " the time the rule is valid");
            case Condition.AnonymousRequest anonymous ->
                new Reason(
                        anonymous.line(),
                        holds,
                        "the watcher " + (holds ? "asks" : "does not ask") + " to stay anonymous");
            case Condition.ExternalList list ->
                new Reason(
                        list.line(),
                        holds,
                        "the watcher is " + (holds ? "on" : "not on") + " the list, which names "
                                + list.members().size());
            case Condition.OtherIdentity other ->
                new Reason(
                        other.line(), holds, holds ? "anybody with an identity" : "the watcher is not authenticated");
            case Condition.Never never -> new Reason(never.line(), false, never.why());
        };
    }

    private Reason of(Condition.Identity identity, boolean holds) {
        if (identity.members().isEmpty()) {
            return new Reason(identity.line(), holds, "an empty <identity> fits a watcher without identity only");
        }
        if (holds) {
            return identity.members().stream()
                    .filter(member -> ConditionMatcher.matches(member, watcher))
                    .findFirst()
                    .map(member -> new Reason(member.line(), true, describe(member)))
                    .orElseThrow();
        }
        return exception(identity)
                .orElseGet(() -> new Reason(identity.line(), false, "nothing in <identity> is " + watcher));
    }

    /** The member that would fit, were it not for an exception or for something in it that is not understood. */
    private Optional<Reason> exception(Condition.Identity identity) {
        return identity.members().stream()
                .flatMap(member -> switch (member) {
                    case IdentityMember.Many many -> excepting(many).stream();
                    case IdentityMember.Nobody nobody ->
                        Optional.of(new Reason(nobody.line(), false, nobody.why())).stream();
                    case IdentityMember.One ignored -> Optional.<Reason>empty().stream();
                })
                .findFirst();
    }

    private Optional<Reason> excepting(IdentityMember.Many many) {
        var withoutExceptions = new IdentityMember.Many(many.line(), many.domain(), List.of());
        return ConditionMatcher.matches(withoutExceptions, watcher)
                ? Optional.of(new Reason(many.line(), false, describe(many) + " excepts " + watcher))
                : Optional.empty();
    }

    private static String describe(IdentityMember member) {
        return switch (member) {
            case IdentityMember.One one -> "<one> is " + one.id();
            case IdentityMember.Many many ->
                many.domain().map(domain -> "<many> of " + domain).orElse("<many>");
            case IdentityMember.Nobody nobody -> nobody.why();
        };
    }
}
