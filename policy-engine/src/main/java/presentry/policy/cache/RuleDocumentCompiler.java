package presentry.policy.cache;

import java.util.List;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;

/** What makes a policy of rule documents; the facade of the engine does. */
@FunctionalInterface
public interface RuleDocumentCompiler {
    /**
     * All documents of a user and usage together, ready to decide; one that cannot be used makes it an unusable policy.
     *
     * @param lists those that the rules may refer to; asked during the call only
     */
    CompiledPolicy compile(Usage usage, List<RuleDocument> documents, ExternalLists lists);
}
