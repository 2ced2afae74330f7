package presentry.policy;

import java.util.ArrayList;
import java.util.List;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.compile.PolicyCompiler;
import presentry.policy.evaluate.RuleEvaluator;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.UnusableDocument;
import presentry.policy.model.Usage;
import presentry.policy.read.RulesetReader;

/**
 * All rule documents of a user and usage, read.
 *
 * @param documentExists whether there is any
 * @param rules the rules of those that can be used
 * @param problems those that cannot
 */
record RulesOnFile(Usage usage, boolean documentExists, List<Rule> rules, List<UnusableDocument> problems) {
    /** @param lists those that OMA's external-list may refer to */
    static RulesOnFile read(PolicyOptions options, Usage usage, List<RuleDocument> documents, ExternalLists lists) {
        var reader = new RulesetReader(options.dialect(), options.limits(), lists);
        var rules = new ArrayList<Rule>();
        var problems = new ArrayList<UnusableDocument>();
        for (var document : documents) {
            switch (reader.read(usage, document)) {
                case RulesetReader.Result.Rules read -> rules.addAll(read.rules());
                case RulesetReader.Result.Unusable unusable ->
                    problems.add(new UnusableDocument(document.name(), unusable.problem()));
            }
        }
        return new RulesOnFile(usage, !documents.isEmpty(), List.copyOf(rules), List.copyOf(problems));
    }

    /** One sentence for each document that cannot be used. */
    List<String> sentences() {
        return problems.stream().map(UnusableDocument::sentence).toList();
    }

    /** Ready to decide. If one document cannot be used, no rule is asked. */
    CompiledPolicy compiled() {
        return problems.isEmpty()
                ? PolicyCompiler.compile(usage, documentExists, rules)
                : CompiledPolicy.unusable(usage, problems);
    }

    /** The same rule by rule, to see which of them decide; none if one document cannot be used. */
    RuleEvaluator evaluator() {
        return new RuleEvaluator(usage, problems.isEmpty() ? rules : List.of());
    }
}
