package presentry.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import presentry.policy.model.Condition;
import presentry.policy.model.Except;
import presentry.policy.model.Finding;
import presentry.policy.model.Finding.Severity;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;

/** Looks at the conditions of one rule: whether it can match at all, and whom its members really name. */
final class ConditionLint {
    private final Rule rule;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private ConditionLint(Rule rule, Instant now) {
        this.rule = rule;
        this.now = now;
    }

    static List<Finding> check(Rule rule, Instant now) {
        var lint = new ConditionLint(rule, now);
        rule.conditions().forEach(lint::condition);
        lint.spheres();
        return lint.findings;
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Never never ->
                warn(
                        never.line(),
                        named() + " never matches: " + never.why(),
                        "correct or remove it (RFC 4745, section 7)");
            case Condition.Identity identity -> identity(identity);
            case Condition.Validity validity -> validity(validity);
            case Condition.Sphere ignored -> {}
            case Condition.AnonymousRequest ignored -> {}
            case Condition.ExternalList ignored -> {}
            case Condition.OtherIdentity ignored -> {}
        }
    }

    private void identity(Condition.Identity identity) {
        if (identity.members().isEmpty()) {
            warn(
                    identity.line(),
                    "an empty <identity> matches watchers without identity only",
                    "remove it to match everybody, or write <many/> for everybody with an identity");
        }
        identity.members().forEach(this::member);
        if (!identity.members().isEmpty()
                && identity.members().stream().allMatch(IdentityMember.Nobody.class::isInstance)) {
            warn(
                    identity.line(),
                    named() + " never matches: <identity> names nobody",
                    "name somebody, or remove the rule");
        }
    }

    private void member(IdentityMember member) {
        switch (member) {
            case IdentityMember.Nobody nobody ->
                warn(nobody.line(), "this matches nobody: " + nobody.why(), "correct or remove it");
            case IdentityMember.Many many -> many.excepts().forEach(except -> exception(many, except));
            case IdentityMember.One one -> phone(one);
        }
    }

    /** RFC 4745, section 7.1.3.3, calls it nonsensical. */
    private void exception(IdentityMember.Many many, Except except) {
        if (except instanceof Except.Entity entity
                && many.domain().isPresent()
                && !entity.id().host().equals(many.domain())) {
            add(
                    Severity.HINT,
                    many.line(),
                    "the exception " + entity.id() + " is not in the domain "
                            + many.domain().get() + " anyway",
                    "remove it, or correct the domain");
        }
    }

    /** RFC 5025, section 3.1.1.2. */
    private void phone(IdentityMember.One one) {
        boolean number =
                one.id().user().filter(user -> user.matches("\\+[0-9.()-]+")).isPresent();
        if (one.id().scheme().equals("sip") && number) {
            add(
                    Severity.HINT,
                    one.line(),
                    one.id() + " does not match the same number as a tel: URI",
                    "add <one id=\"tel:" + one.id().user().orElse("") + "\"/> if the watcher may come as either");
        }
    }

    private void validity(Condition.Validity validity) {
        boolean over = validity.intervals().stream()
                .noneMatch(interval ->
                        interval.until().isAfter(now) && interval.from().isBefore(interval.until()));
        if (over) {
            warn(
                    validity.line(),
                    validity.intervals().isEmpty()
                            ? named() + " never matches: no pair of times can be read"
                            : named() + " never matches again: its time is over",
                    "remove the rule, or give it another time");
        }
    }

    /** Two spheres are and-ed, though a presentity is in one at a time (RFC 4745, sections 6 and 7.3). */
    private void spheres() {
        var spheres = rule.conditions().stream()
                .filter(Condition.Sphere.class::isInstance)
                .map(Condition.Sphere.class::cast)
                .toList();
        boolean possible = spheres.isEmpty()
                || spheres.getFirst().tokens().stream()
                        .anyMatch(token -> spheres.stream()
                                .allMatch(sphere -> sphere.tokens().stream().anyMatch(token::equalsIgnoreCase)));
        if (!possible) {
            warn(
                    spheres.getLast().line(),
                    named() + " never matches: no sphere is in all of its <sphere> conditions",
                    "write one <sphere> with all values, <sphere value=\"work home\"/>, for one or the other");
        }
    }

    private String named() {
        return "rule `" + rule.id() + "`";
    }

    private void warn(int line, String problem, String remedy) {
        add(Severity.WARNING, line, problem, remedy);
    }

    private void add(Severity severity, int line, String problem, String remedy) {
        findings.add(new Finding(severity, rule.document(), line, problem, remedy));
    }
}
