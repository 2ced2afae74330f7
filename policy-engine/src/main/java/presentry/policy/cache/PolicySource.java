package presentry.policy.cache;

import java.util.List;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.uri.Aor;

/** Where rule documents come from: the local store, or a copy of a remote one. */
@FunctionalInterface
public interface PolicySource {
    /**
     * Reads all rule documents of a user; may block. An exception means that they could not be read.
     *
     * @param owner the user, as {@link Aor#home()} spells it
     */
    Loaded load(Aor owner, Usage usage);

    /**
     * What was read, as of one moment.
     *
     * @param documents all documents of the usage, in any order; empty when the user has none
     * @param lists those that the rules may refer to, read when they are asked for
     * @param revision the number of the last change that can be in it; never goes down for one user
     */
    record Loaded(List<RuleDocument> documents, ExternalLists lists, long revision) {
        public Loaded {
            documents = List.copyOf(documents);
        }
    }
}
