package presentry.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Finding;
import presentry.policy.model.Finding.Severity;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.RuleProblem;
import presentry.policy.model.Usage;
import presentry.policy.read.RulesetReader;
import presentry.policy.read.SpellingCheck;

/**
 * Finds in rule documents what their author probably did not mean: words nobody understands, rules that never match or add
 * nothing, and blocks that another rule overrides.
 */
public final class Lint {
    private final PolicyOptions options;

    /** @param options those of the server the documents are for */
    public Lint(PolicyOptions options) {
        this.options = options;
    }

    /**
     * What is found, by document and line.
     *
     * @param documents all documents of a user and usage: they count together
     * @param now what has ended by then is over
     */
    public List<Finding> check(Usage usage, List<RuleDocument> documents, Instant now) {
        var findings = new TreeSet<Finding>();
        var rules = new ArrayList<Rule>();
        var reader = new RulesetReader(options.dialect(), options.limits(), ExternalLists.NONE);
        for (var document : documents) {
            findings.addAll(SpellingCheck.check(usage, document));
            switch (reader.read(usage, document)) {
                case RulesetReader.Result.Rules read -> rules.addAll(read.rules());
                case RulesetReader.Result.Unusable unusable -> findings.add(unusable(document, unusable.problem()));
            }
        }
        rules.forEach(rule -> findings.addAll(ConditionLint.check(rule, now)));
        findings.addAll(new RulesetLint(usage, rules, now).check());
        return List.copyOf(findings);
    }

    private static Finding unusable(RuleDocument document, RuleProblem problem) {
        return new Finding(
                Severity.ERROR,
                document.name(),
                Math.max(problem.line(), 1),
                problem.message(),
                "mend the document; until then nothing of the user is granted to anybody");
    }
}
