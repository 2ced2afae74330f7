package presentry.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.policy.Explanation.Part;
import presentry.policy.Explanation.Reason;
import presentry.policy.Explanation.RuleAccount;
import presentry.policy.evaluate.ConditionMatcher;
import presentry.policy.evaluate.Precedence;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Moment;
import presentry.policy.model.Permissions;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;

/** Why was bob allowed? Decides as a server does, and says of every rule what it had to do with it. */
public final class Explain {
    private final PolicyOptions options;

    /** @param options those of the server that is to be explained */
    public Explain(PolicyOptions options) {
        this.options = options;
    }

    /**
     * The reasons for one decision.
     *
     * @param documents all documents of the user and usage
     * @param lists those that the rules may refer to
     * @param mode the server's default and what it looks at, for presence rules; empty: only the rules are explained
     */
    public Explanation why(
            Usage usage,
            List<RuleDocument> documents,
            ExternalLists lists,
            WatcherIdentity watcher,
            Moment moment,
            Optional<PolicyCase.Mode> mode) {
        var rules = RulesOnFile.read(options, usage, documents, lists);
        var decision = rules.compiled().decide(watcher, moment.now(), moment.sphere());
        var verdict = mode.map(known -> Precedence.decide(
                known.fallback(),
                decision.outcome(),
                rules.documentExists(),
                known.reverseSubscription(),
                Permissions.EVERYTHING));
        var deciding = Set.copyOf(rules.evaluator().matching(watcher, moment));
        var accounts = rules.rules().stream()
                .map(rule -> account(rule, watcher, moment, deciding))
                .toList();
        return new Explanation(decision, verdict, accounts, rules.sentences());
    }

    private static RuleAccount account(Rule rule, WatcherIdentity watcher, Moment moment, Set<Rule> deciding) {
        var reasons = new ConditionReasons(watcher, moment);
        return new RuleAccount(
                rule.document(),
                rule.id(),
                rule.line(),
                part(rule, watcher, moment, deciding),
                rule.conditions().stream().map(reasons::of).toList(),
                rule.statements().stream()
                        .map(statement -> new Reason(statement.line(), true, statement.text()))
                        .toList());
    }

    private static Part part(Rule rule, WatcherIdentity watcher, Moment moment, Set<Rule> deciding) {
        if (deciding.contains(rule)) {
            return Part.DECIDES;
        }
        return ConditionMatcher.matches(rule, watcher, moment) ? Part.GIVES_WAY : Part.DOES_NOT_MATCH;
    }
}
