package presentry.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import presentry.policy.cache.RuleDocumentCompiler;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.compile.PolicyCompiler;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.RuleProblem;
import presentry.policy.model.Usage;
import presentry.policy.read.RulesetReader;

/** The front of the policy engine: text of rule documents in, something that decides out. Keeps nothing but its options. */
public final class PolicyEngine implements RuleDocumentCompiler {
    private final PolicyOptions options;

    public PolicyEngine(PolicyOptions options) {
        this.options = options;
    }

    /**
     * All documents of a user and usage together (RFC 5025, section 9.7), ready to decide. If one of them cannot be used, none is
     * ({@link CompiledPolicy#unusable}).
     */
    @Override
    public CompiledPolicy compile(Usage usage, List<RuleDocument> documents) {
        return compile(usage, documents, anchor -> List.of());
    }

    /**
     * The same with lists kept elsewhere.
     *
     * @param lists gives the URIs of the list at an anchor (OMA's external lists); none when there is no such list
     */
    public CompiledPolicy compile(Usage usage, List<RuleDocument> documents, Function<String, List<String>> lists) {
        var reader = new RulesetReader(options.dialect(), options.limits(), lists);
        var rules = new ArrayList<Rule>();
        var problems = new ArrayList<String>();
        for (var document : documents) {
            switch (reader.read(usage, document)) {
                case RulesetReader.Result.Rules read -> rules.addAll(read.rules());
                case RulesetReader.Result.Unusable unusable ->
                    problems.add(
                            document.name() + ", line " + unusable.problem().line() + ": "
                                    + unusable.problem().message());
            }
        }
        return problems.isEmpty()
                ? PolicyCompiler.compile(usage, !documents.isEmpty(), rules)
                : CompiledPolicy.unusable(usage, problems);
    }

    /**
     * What an XCAP server must know before it stores a document that its schema accepts: whether it keeps the limits and, for
     * message rules, whether it has a condition that is not known here. In a rule that blocks, such a condition would let a
     * message through that its author wanted stopped. Of presence rules, which only grant, it can do no harm.
     */
    public Optional<RuleProblem> check(Usage usage, String text) {
        var reader = new RulesetReader(options.dialect(), options.limits(), anchor -> List.of());
        return switch (reader.read(usage, new RuleDocument("", "", text))) {
            case RulesetReader.Result.Unusable unusable -> Optional.of(unusable.problem());
            case RulesetReader.Result.Rules read ->
                switch (usage) {
                    case PRES_RULES -> Optional.empty();
                    case IM_RULES -> UnknownConditions.first(read.rules());
                };
        };
    }
}
