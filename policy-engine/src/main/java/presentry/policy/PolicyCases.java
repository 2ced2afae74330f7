package presentry.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.evaluate.Precedence;
import presentry.policy.model.Decision;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Moment;
import presentry.policy.model.Permissions;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Verdict;
import presentry.policy.model.WatcherIdentity;
import presentry.policy.read.RuleLimits;
import presentry.policy.transform.PresenceText;
import presentry.uri.CanonicalUri;

/** Answers policy cases. The decision comes from the compiled policy, as it does in a server. */
public final class PolicyCases {
    private final RuleLimits limits;

    /** @param limits how large a document may be */
    public PolicyCases(RuleLimits limits) {
        this.limits = limits;
    }

    /** The answer; the same for the same case. */
    public PolicyAnswer answer(PolicyCase asked) {
        var options = new PolicyOptions(asked.dialect().dialect(), limits);
        var rules = RulesOnFile.read(options, asked.usage(), documents(asked), lists(asked));
        var watcher = watcher(asked);
        var decision = rules.compiled().decide(watcher, asked.at(), asked.sphere());
        var verdict = verdict(asked, decision, rules.documentExists());
        var matching = rules.evaluator().matching(watcher, new Moment(asked.at(), asked.sphere())).stream()
                .map(Rule::id)
                .sorted()
                .distinct()
                .toList();
        var problems = new ArrayList<>(rules.sentences());
        var pidf = asked.pidf().flatMap(text -> sent(text, verdict.orElse(byRules(decision)), watcher, problems));
        var error = problems.isEmpty() ? Optional.<String>empty() : Optional.of(String.join("; ", problems));
        return new PolicyAnswer(matching, decision, verdict, pidf, error);
    }

    private static List<RuleDocument> documents(PolicyCase asked) {
        var documents = new ArrayList<RuleDocument>();
        for (var text : asked.documents()) {
            documents.add(new RuleDocument("document " + (documents.size() + 1), "", text));
        }
        return documents;
    }

    private static ExternalLists lists(PolicyCase asked) {
        return anchor -> asked.lists().getOrDefault(anchor, List.of());
    }

    private static WatcherIdentity watcher(PolicyCase asked) {
        var watcher = WatcherIdentity.of(asked.identities().stream()
                .flatMap(uri -> CanonicalUri.parse(uri).stream())
                .toList());
        return asked.anonymous() ? watcher.withAnonymousRequest() : watcher;
    }

    /** Messages have one default, which the decision already knows. */
    private static Optional<Verdict> verdict(PolicyCase asked, Decision decision, boolean documentExists) {
        return asked.mode().map(mode -> switch (asked.usage()) {
            case PRES_RULES ->
                Precedence.decide(
                        mode.fallback(),
                        decision.outcome(),
                        documentExists,
                        mode.reverseSubscription(),
                        Permissions.EVERYTHING);
            case IM_RULES -> byRules(decision);
        });
    }

    private static Verdict byRules(Decision decision) {
        var outcome = decision.outcome();
        var source = outcome.stated() ? Verdict.Source.RULES : Verdict.Source.SERVER_DEFAULT;
        return new Verdict(outcome.handling(), outcome.permissions(), source);
    }

    private static Optional<String> sent(String pidf, Verdict verdict, WatcherIdentity watcher, List<String> problems) {
        return switch (PresenceText.read(pidf)) {
            case PresenceText.Result.Read read ->
                read.presence().sent(verdict.handling(), verdict.permissions(), watcher.toString());
            case PresenceText.Result.Unreadable unreadable -> {
                problems.add("presence document, " + unreadable.message());
                yield Optional.empty();
            }
        };
    }
}
