package presentry.policy.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.policy.model.Except;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleClass;

/** Takes a rule apart, and enters whom it names into the book of roles. */
final class RuleCompiler {
    private final RoleBook book;

    RuleCompiler(RoleBook book) {
        this.book = book;
    }

    /** The rule; empty when it has a condition that is always FALSE. */
    Optional<CompiledRule> compile(Rule rule) {
        if (rule.conditions().stream().anyMatch(Condition.Never.class::isInstance)) {
            return Optional.empty();
        }
        var identity = new ArrayList<IdentityClause>();
        var rest = new ArrayList<Condition>();
        for (var condition : rule.conditions()) {
            switch (condition) {
                case Condition.Identity members -> identity.add(clause(members));
                case Condition.ExternalList list -> identity.add(clause(list));
                case Condition.AnonymousRequest ignored -> identity.add(asking(RoleSet.ANONYMOUS));
                case Condition.OtherIdentity ignored -> identity.add(asking(RoleSet.AUTHENTICATED));
                case Condition.Sphere sphere -> rest.add(sphere);
                case Condition.Validity validity -> rest.add(validity);
                case Condition.Never never -> rest.add(never);
            }
        }
        return Optional.of(new CompiledRule(
                List.copyOf(identity),
                RuleClass.of(rule.conditions()),
                new Rule(
                        rule.document(),
                        rule.id(),
                        rule.line(),
                        rest,
                        rule.handling(),
                        rule.permissions(),
                        List.of())));
    }

    private IdentityClause clause(Condition.Identity identity) {
        if (identity.members().isEmpty()) {
            return asking(RoleSet.UNAUTHENTICATED);
        }
        var alternatives = new IdentityClause.Builder();
        int named = IdentityClause.NO_ROLE;
        for (var member : identity.members()) {
            switch (member) {
                case IdentityMember.One one -> {
                    if (named == IdentityClause.NO_ROLE) {
                        named = book.newRole();
                        alternatives.add(named, IdentityClause.NO_ROLE);
                    }
                    book.entityPlays(one.id(), named);
                }
                case IdentityMember.Many many -> alternatives.add(member(many), excepted(many));
                case IdentityMember.Nobody ignored -> {}
            }
        }
        return alternatives.build();
    }

    private IdentityClause clause(Condition.ExternalList list) {
        int role = book.newRole();
        list.members().forEach(member -> book.entityPlays(member, role));
        return asking(role);
    }

    private int member(IdentityMember.Many many) {
        return many.domain().isPresent() ? book.memberOf(many.domain().get()) : RoleSet.AUTHENTICATED;
    }

    private int excepted(IdentityMember.Many many) {
        if (many.excepts().isEmpty()) {
            return IdentityClause.NO_ROLE;
        }
        int role = book.newRole();
        for (var except : many.excepts()) {
            switch (except) {
                case Except.Entity entity -> book.entityPlays(entity.id(), role);
                case Except.Domain domain -> book.domainPlays(domain.domain(), role);
                case Except.User user -> book.userPlays(user.user(), role);
            }
        }
        return role;
    }

    private static IdentityClause asking(int role) {
        return new IdentityClause.Builder().add(role, IdentityClause.NO_ROLE).build();
    }
}
