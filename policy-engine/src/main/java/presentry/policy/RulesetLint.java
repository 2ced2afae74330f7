package presentry.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import presentry.policy.evaluate.ConditionMatcher;
import presentry.policy.model.Condition;
import presentry.policy.model.Finding;
import presentry.policy.model.Finding.Severity;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/** Looks at the rules of a user together: what one of them takes from another's effect (RFC 4745, section 10.2). */
final class RulesetLint {
    /** Stands for everybody who is not named. */
    private static final String SOMEBODY = "somebody-nobody-knows";

    private final Usage usage;
    private final List<Rule> rules;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    /** @param now what has ended by then is over */
    RulesetLint(Usage usage, List<Rule> rules, Instant now) {
        this.usage = usage;
        this.rules = rules;
        this.now = now;
    }

    List<Finding> check() {
        for (var rule : rules) {
            if (neverMatches(rule)) {
                continue;
            }
            dead(rule);
            overridden(rule);
            shadowed(rule);
            showsNothing(rule);
        }
        return findings;
    }

    private void dead(Rule rule) {
        if (rule.handling().isEmpty() && rule.statements().isEmpty()) {
            add(
                    Severity.WARNING,
                    rule,
                    rule.line(),
                    named(rule) + " grants nothing: it has no action and no transformation",
                    "give it an action, or remove it");
        }
    }

    /** RFC 5025, section 3.2.1, "note well": a block denies nothing that another matching rule grants. */
    private void overridden(Rule rule) {
        if (rule.handling().filter(SubHandling.BLOCK::equals).isEmpty()) {
            return;
        }
        for (var who : witnesses(rule)) {
            rules.stream()
                    .filter(other -> other.handling()
                            .filter(handling -> handling != SubHandling.BLOCK)
                            .isPresent())
                    .filter(other -> !neverMatches(other) && fits(other, who) && canMeet(rule, other))
                    .findFirst()
                    .ifPresent(other -> add(
                            Severity.WARNING,
                            rule,
                            rule.line(),
                            named(rule) + " does not block " + spoken(who) + ": " + named(other) + " in line "
                                    + other.line() + " says "
                                    + other.handling().map(SubHandling::word).orElse("") + sometimes(other)
                                    + ", and the most permissive rule wins",
                            remedy(other, who)));
        }
    }

    private boolean canMeet(Rule one, Rule other) {
        return Overlap.isPossible(
                Stream.concat(one.conditions().stream(), other.conditions().stream())
                        .toList(),
                now);
    }

    /** How somebody is kept out of a rule that lets him in. */
    private static String remedy(Rule rule, WatcherIdentity who) {
        if (!who.authenticated()) {
            return "ask for an identity in " + named(rule) + ": <identity><many/></identity>";
        }
        var members = rule.conditions().stream()
                .flatMap(condition ->
                        condition instanceof Condition.Identity identity ? identity.members().stream() : Stream.empty())
                .toList();
        if (members.stream()
                .anyMatch(member -> member instanceof IdentityMember.One one && ConditionMatcher.matches(one, who))) {
            return "take " + spoken(who) + " out of " + named(rule);
        }
        return "put an exception for " + spoken(who) + " into " + named(rule)
                + ": <except id=\"...\"/> or <except domain=\"...\"/> in its <many>"
                + (members.isEmpty() ? ", which it has to be given: <identity><many>...</many></identity>" : "");
    }

    /** A rule of which another matches whenever it does, and grants at least as much. */
    private void shadowed(Rule rule) {
        boolean blocks = rule.handling().filter(SubHandling.BLOCK::equals).isPresent();
        if (blocks || rule.statements().isEmpty()) {
            return;
        }
        rules.stream()
                .filter(other -> !other.equals(rule) && !neverMatches(other))
                .filter(other -> grantsAll(other, rule) && Implication.always(rule, other))
                .filter(other -> !(grantsAll(rule, other) && Implication.always(other, rule))
                        || rules.indexOf(other) < rules.indexOf(rule))
                .findFirst()
                .ifPresent(other -> add(
                        Severity.WARNING,
                        rule,
                        rule.line(),
                        named(rule) + " adds nothing: " + named(other) + " in line " + other.line()
                                + " matches whenever it does and grants as much",
                        "remove it, or let it grant more"));
    }

    /** RFC 5025, section 3.3.1: an allowed watcher sees no component that is not provided. */
    private void showsNothing(Rule rule) {
        boolean allows = rule.handling().filter(SubHandling.ALLOW::equals).isPresent();
        if (usage == Usage.PRES_RULES
                && allows
                && rules.stream().allMatch(other -> other.permissions().grantsNoComponent())) {
            add(
                    Severity.WARNING,
                    rule,
                    rule.line(),
                    named(rule) + " allows, but no rule shows anything: the watcher gets an empty document",
                    "add <provide-services>, <provide-persons> or <provide-devices> to its <transformations>");
        }
    }

    private static boolean grantsAll(Rule one, Rule other) {
        var handling = one.handling().orElse(SubHandling.BLOCK);
        boolean states = one.handling().isPresent() || other.handling().isEmpty();
        return states
                && handling.compareTo(other.handling().orElse(SubHandling.BLOCK)) >= 0
                && one.permissions().or(other.permissions()).equals(one.permissions());
    }

    private boolean neverMatches(Rule rule) {
        return !Overlap.isPossible(rule.conditions(), now) || hasFalseCondition(rule);
    }

    private static boolean hasFalseCondition(Rule rule) {
        return rule.conditions().stream().anyMatch(condition -> switch (condition) {
            case Condition.Never ignored -> true;
            case Condition.Identity identity ->
                !identity.members().isEmpty()
                        && identity.members().stream().allMatch(IdentityMember.Nobody.class::isInstance);
            case Condition.Validity ignored -> false;
            case Condition.Sphere ignored -> false;
            case Condition.AnonymousRequest ignored -> false;
            case Condition.ExternalList ignored -> false;
            case Condition.OtherIdentity ignored -> false;
        });
    }

    /** Watchers that fit a rule: those it names, and one that nobody names for each of its domains. */
    private static List<WatcherIdentity> witnesses(Rule rule) {
        var named = rule.conditions().stream()
                .flatMap(condition ->
                        condition instanceof Condition.Identity identity ? identity.members().stream() : Stream.empty())
                .flatMap(member -> uri(member).stream())
                .map(WatcherIdentity::of);
        var anybody = Stream.of(
                WatcherIdentity.UNAUTHENTICATED,
                WatcherIdentity.of(
                        CanonicalUri.parse("sip:" + SOMEBODY + "@invalid").orElseThrow()));
        return Stream.concat(named, anybody)
                .distinct()
                .filter(who -> fits(rule, who))
                .toList();
    }

    private static Optional<CanonicalUri> uri(IdentityMember member) {
        return switch (member) {
            case IdentityMember.One one -> Optional.of(one.id());
            case IdentityMember.Many many ->
                many.domain().flatMap(domain -> CanonicalUri.parse("sip:" + SOMEBODY + "@" + domain));
            case IdentityMember.Nobody ignored -> Optional.empty();
        };
    }

    /** Whether the conditions that look at the watcher are TRUE; sphere and time are taken to be right. */
    private static boolean fits(Rule rule, WatcherIdentity who) {
        return rule.conditions().stream().allMatch(condition -> switch (condition) {
            case Condition.Identity identity -> ConditionMatcher.matches(identity, who);
            case Condition.Never ignored -> false;
            case Condition.AnonymousRequest ignored -> false;
            case Condition.ExternalList ignored -> false;
            case Condition.OtherIdentity ignored -> false;
            case Condition.Sphere ignored -> true;
            case Condition.Validity ignored -> true;
        });
    }

    private static String sometimes(Rule rule) {
        boolean always = rule.conditions().stream().allMatch(Condition.Identity.class::isInstance);
        return always ? "" : " while its other conditions hold";
    }

    private static String spoken(WatcherIdentity who) {
        if (!who.authenticated()) {
            return "watchers without identity";
        }
        var uri = who.uris().getFirst();
        if (uri.user().filter(SOMEBODY::equals).isEmpty()) {
            return uri.toString();
        }
        var host = uri.host().orElse("");
        return host.equals("invalid") ? "anybody else" : "anybody of " + host;
    }

    private static String named(Rule rule) {
        return "rule `" + rule.id() + "`";
    }

    private void add(Severity severity, Rule rule, int line, String problem, String remedy) {
        findings.add(new Finding(severity, rule.document(), line, problem, remedy));
    }
}
