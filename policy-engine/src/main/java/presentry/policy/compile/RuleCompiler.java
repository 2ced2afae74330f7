package presentry.policy.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.compile.IdentityProgram.Alternative;
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
        var identity = new ArrayList<List<Alternative>>();
        var environment = new ArrayList<Condition>();
        for (var condition : rule.conditions()) {
            switch (condition) {
                case Condition.Identity members -> identity.add(alternatives(members));
                case Condition.ExternalList list -> identity.add(List.of(alternative(list)));
                case Condition.AnonymousRequest ignored -> identity.add(List.of(Alternative.asking(RoleSet.ANONYMOUS)));
                case Condition.OtherIdentity ignored ->
                    identity.add(List.of(Alternative.asking(RoleSet.AUTHENTICATED)));
                case Condition.Sphere sphere -> environment.add(sphere);
                case Condition.Validity validity -> environment.add(validity);
                case Condition.Never never -> environment.add(never);
            }
        }
        return Optional.of(new CompiledRule(
                rule.id(),
                new IdentityProgram(identity),
                RuleClass.of(rule.conditions()),
                List.copyOf(environment),
                rule.handling(),
                rule.permissions()));
    }

    private List<Alternative> alternatives(Condition.Identity identity) {
        if (identity.members().isEmpty()) {
            return List.of(Alternative.asking(RoleSet.UNAUTHENTICATED));
        }
        var alternatives = new ArrayList<Alternative>();
        int named = IdentityProgram.NO_ROLE;
        for (var member : identity.members()) {
            switch (member) {
                case IdentityMember.One one -> {
                    if (named == IdentityProgram.NO_ROLE) {
                        named = book.newRole();
                        alternatives.add(Alternative.asking(named));
                    }
                    book.entityPlays(one.id(), named);
                }
                case IdentityMember.Many many -> alternatives.add(new Alternative(member(many), excepted(many)));
                case IdentityMember.Nobody ignored -> {}
            }
        }
        return alternatives;
    }

    private Alternative alternative(Condition.ExternalList list) {
        int role = book.newRole();
        list.members().forEach(member -> book.entityPlays(member, role));
        return Alternative.asking(role);
    }

    private int member(IdentityMember.Many many) {
        return many.domain().isPresent() ? book.memberOf(many.domain().get()) : RoleSet.AUTHENTICATED;
    }

    private int excepted(IdentityMember.Many many) {
        if (many.excepts().isEmpty()) {
            return IdentityProgram.NO_ROLE;
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
}
