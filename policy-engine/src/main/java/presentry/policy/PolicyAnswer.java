package presentry.policy;

import java.util.List;
import java.util.Optional;
import presentry.policy.model.Decision;
import presentry.policy.model.Verdict;

/**
 * What the engine answers to a {@link PolicyCase}.
 *
 * @param rules the ids of the rules that match and count, sorted, each once
 * @param decision what they say, and until when
 * @param verdict what is done in the end; present when the case has a mode
 * @param pidf what the watcher would be sent of the presence document; empty when the case has none, and when nothing would be
 * @param error why a document cannot be used; the decision is then the one for such documents
 */
public record PolicyAnswer(
        List<String> rules,
        Decision decision,
        Optional<Verdict> verdict,
        Optional<String> pidf,
        Optional<String> error) {
    /** Takes its own copy. */
    public PolicyAnswer {
        rules = List.copyOf(rules);
    }
}
