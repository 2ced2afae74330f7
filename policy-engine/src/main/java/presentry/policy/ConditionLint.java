package presentry.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import presentry.policy.model.Condition;
import presentry.policy.model.Finding;
import presentry.policy.model.Finding.Severity;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;
import presentry.uri.CanonicalUri;

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
        identity.members().forEach(member -> member(member, identity));
        if (!identity.members().isEmpty()
                && identity.members().stream().allMatch(IdentityMember.Nobody.class::isInstance)) {
            warn(
                    identity.line(),
                    named() + " never matches: <identity> names nobody",
                    "name somebody, or remove the rule");
        }
    }

    private void member(IdentityMember member, Condition.Identity identity) {
        switch (member) {
            case IdentityMember.Nobody nobody ->
                warn(nobody.line(), "this matches nobody: " + nobody.why(), "correct or remove it");
            case IdentityMember.Many ignored -> {}
            case IdentityMember.One one -> phone(one, identity);
        }
    }

    /** RFC 5025, section 3.1.1.2. */
    private void phone(IdentityMember.One one, Condition.Identity identity) {
        var tel = one.id()
                .user()
                .filter(user -> one.id().scheme().equals("sip") && user.matches("\\+[0-9.()-]+"))
                .flatMap(number -> CanonicalUri.parse("tel:" + number));
        if (tel.isPresent() && !names(identity, tel.get())) {
            add(
                    Severity.HINT,
                    one.line(),
                    one.id() + " does not match the same number as a tel: URI",
                    "add <one id=\"" + tel.get() + "\"/> if the watcher may come as either");
        }
    }

    private static boolean names(Condition.Identity identity, CanonicalUri uri) {
        return identity.members().stream()
                .anyMatch(member ->
                        member instanceof IdentityMember.One one && one.id().matches(uri));
    }

    private void validity(Condition.Validity validity) {
        var intervals = validity.intervals();
        var why = "";
        if (intervals.isEmpty()) {
            why = " never matches: no pair of times can be read";
        } else if (intervals.stream().noneMatch(interval -> interval.from().isBefore(interval.until()))) {
            why = " never matches: no <until> is after its <from>; without a time zone 14 hours are lost at either end";
        } else if (!Overlap.isPossible(List.of(validity), now)) {
            why = " never matches again: its time is over";
        }
        if (!why.isEmpty()) {
            warn(validity.line(), named() + why, "remove the rule, or give it another time");
        }
    }

    /** Two spheres are and-ed, though a presentity is in one at a time (RFC 4745, sections 6 and 7.3). */
    private void spheres() {
        if (!Overlap.haveCommonSphere(rule.conditions())) {
            warn(
                    lastSphere(),
                    named() + " never matches: no sphere is in all of its <sphere> conditions",
                    "write one <sphere> with all values, <sphere value=\"work home\"/>, for one or the other");
        }
    }

    private int lastSphere() {
        return rule.conditions().stream()
                .filter(Condition.Sphere.class::isInstance)
                .mapToInt(Condition::line)
                .max()
                .orElse(rule.line());
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
