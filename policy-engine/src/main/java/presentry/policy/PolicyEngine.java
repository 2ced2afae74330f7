package presentry.policy;

import java.util.List;
import java.util.Optional;
import presentry.policy.cache.RuleDocumentCompiler;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.ExternalLists;
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

    /** The same for rules that refer to no list. */
    public CompiledPolicy compile(Usage usage, List<RuleDocument> documents) {
        return compile(usage, documents, ExternalLists.NONE);
    }

    /**
     * All documents of a user and usage together (RFC 5025, section 9.7), ready to decide. If one of them cannot be used, none is
     * ({@link CompiledPolicy#unusable}).
     */
    @Override
    public CompiledPolicy compile(Usage usage, List<RuleDocument> documents, ExternalLists lists) {
        return RulesOnFile.read(options, usage, documents, lists).compiled();
    }

    /**
     * What an XCAP server must know before it stores a document that its schema accepts: whether it keeps the limits and, for
     * message rules, whether it has a condition that is not known here. In a rule that blocks, such a condition would let a
     * message through that its author wanted stopped. Of presence rules, which only grant, it can do no harm.
     */
    public Optional<RuleProblem> check(Usage usage, String text) {
        var reader = new RulesetReader(options.dialect(), options.limits(), ExternalLists.NONE);
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
