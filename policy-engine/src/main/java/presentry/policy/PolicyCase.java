package presentry.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.Usage;

/**
 * A question to the policy engine with all that its answer depends on: one policy unit test of an operator.
 *
 * @param usage which kind of rules the documents are
 * @param dialect how they are understood
 * @param documents their texts; all of them count together
 * @param identities the URIs of the watcher; empty: not authenticated. What is no URI is no identity
 * @param anonymous whether the watcher asked to stay anonymous; only OMA's condition looks at it
 * @param at the time of the decision
 * @param sphere the sphere of the presentity; empty when it is undefined
 * @param lists the URIs of external lists, by their anchors
 * @param pidf a presence document to be filtered
 * @param mode what decides in the end where no rule speaks; empty: that is not asked
 */
public record PolicyCase(
        Usage usage,
        CaseDialect dialect,
        List<String> documents,
        List<String> identities,
        boolean anonymous,
        Instant at,
        Optional<String> sphere,
        Map<String, List<String>> lists,
        Optional<String> pidf,
        Optional<Mode> mode) {
    /** Takes its own copies. */
    public PolicyCase {
        documents = List.copyOf(documents);
        identities = List.copyOf(identities);
        lists = Map.copyOf(lists);
    }

    /**
     * What is known beside the rules.
     *
     * @param fallback the server's default
     * @param reverseSubscription whether the presentity has a live subscription to the watcher
     */
    public record Mode(PolicyDefault fallback, boolean reverseSubscription) {}
}
