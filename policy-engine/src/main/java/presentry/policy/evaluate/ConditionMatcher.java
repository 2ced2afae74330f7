package presentry.policy.evaluate;

import java.util.List;
import presentry.policy.model.Condition;
import presentry.policy.model.Except;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Moment;
import presentry.policy.model.Rule;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/** Says whether a rule applies: whether all its conditions are TRUE (RFC 4745, sections 6 and 7). */
public final class ConditionMatcher {
    private ConditionMatcher() {}

    /** Whether every condition of the rule is TRUE. */
    public static boolean matches(Rule rule, WatcherIdentity watcher, Moment moment) {
        return rule.conditions().stream().allMatch(condition -> matches(condition, watcher, moment));
    }

    /** Whether one condition is TRUE. */
    public static boolean matches(Condition condition, WatcherIdentity watcher, Moment moment) {
        return switch (condition) {
            case Condition.Identity identity -> matches(identity, watcher);
            case Condition.Sphere sphere -> matches(sphere, moment);
            case Condition.Validity validity ->
                validity.intervals().stream().anyMatch(interval -> interval.contains(moment.now()));
            case Condition.AnonymousRequest ignored -> watcher.anonymousRequest();
            case Condition.ExternalList list -> isAmong(list.members(), watcher);
            case Condition.OtherIdentity ignored -> watcher.authenticated();
            case Condition.Never ignored -> false;
        };
    }

    /** Whether one alternative of an identity condition fits the watcher (RFC 4745, section 7.1). */
    public static boolean matches(IdentityMember member, WatcherIdentity watcher) {
        return switch (member) {
            case IdentityMember.One one -> watcher.uris().stream().anyMatch(one.id()::matches);
            case IdentityMember.Many many -> matches(many, watcher);
            case IdentityMember.Nobody ignored -> false;
        };
    }

    /**
     * RFC 4745, section 7.1.1: the members are alternatives. With none an unauthenticated watcher matches (RFC 5025,
     * section 3.1.1.2) and an authenticated one does not, as nothing is named that it could be.
     */
    public static boolean matches(Condition.Identity identity, WatcherIdentity watcher) {
        return identity.members().isEmpty()
                ? !watcher.authenticated()
                : identity.members().stream().anyMatch(member -> matches(member, watcher));
    }

    /** RFC 4745, section 7.1.3. Every identity of the watcher counts, for the domain and for each exception. */
    private static boolean matches(IdentityMember.Many many, WatcherIdentity watcher) {
        boolean inDomain = many.domain().isEmpty()
                || watcher.uris().stream().anyMatch(uri -> uri.host().equals(many.domain()));
        return watcher.authenticated()
                && inDomain
                && many.excepts().stream().noneMatch(except -> excludes(except, watcher));
    }

    private static boolean excludes(Except except, WatcherIdentity watcher) {
        return watcher.uris().stream().anyMatch(uri -> switch (except) {
            case Except.Entity entity -> entity.id().matches(uri);
            case Except.Domain domain ->
                uri.host().filter(domain.domain()::equals).isPresent();
            case Except.User user -> uri.user().filter(user.user()::equals).isPresent();
        });
    }

    /** RFC 4745, section 7.3; FALSE while the sphere is undefined (RFC 5025, section 3.1.2). */
    private static boolean matches(Condition.Sphere sphere, Moment moment) {
        return moment.sphere()
                .filter(current -> sphere.tokens().stream().anyMatch(current::equalsIgnoreCase))
                .isPresent();
    }

    private static boolean isAmong(List<CanonicalUri> members, WatcherIdentity watcher) {
        return members.stream().anyMatch(member -> watcher.uris().stream().anyMatch(member::matches));
    }
}
