package presentry.agent.feed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.cache.PolicyObserver;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.UnusableDocument;
import presentry.policy.model.Usage;
import presentry.uri.Aor;
import presentry.xcap.store.Change;
import presentry.xcap.store.CommitListener;

/**
 * Whose rules cannot be used, so that nothing is granted to anybody: for the log, and for whoever watches over the server. Nobody can
 * store such a document; it comes from an older version, a restored backup, or a limit that was lowered.
 */
public final class UnusableRules implements PolicyObserver {
    private static final Logger LOG = LoggerFactory.getLogger(UnusableRules.class);
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_NAMED = 3;

    private final Map<Rules, List<UnusableDocument>> unusable = new TreeMap<>();

    private record Rules(Aor owner, Usage usage) implements Comparable<Rules> {
        @Override
        public int compareTo(Rules other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner != 0 ? byOwner : usage.compareTo(other.usage);
        }
    }

    @Override
    public synchronized void inUse(Aor owner, Usage usage, CompiledPolicy policy) {
        Rules rules = new Rules(owner, usage);
        if (policy.usable()) {
            unusable.remove(rules);
        } else if (unusable.containsKey(rules) || unusable.size() < MOST_KEPT) {
            if (!policy.problems().equals(unusable.put(rules, policy.problems()))) {
                policy.problems()
                        .forEach(problem -> LOG.warn(
                                "A rule document of {} cannot be used, so nobody is let in: {}",
                                owner,
                                problem.sentence()));
            }
        }
    }

    /** Reads rules anew that were unusable when a document of them is changed, also where nobody asks for them just now. */
    public CommitListener rereading(CompiledPolicies policies) {
        return change -> {
            RuleUsages.usageOf(change.auid())
                    .ifPresent(usage -> change.owner()
                            .filter(owner -> isUnusable(owner, usage))
                            .ifPresent(owner -> policies.load(owner, usage)));
            return done(change);
        };
    }

    private static CompletionStage<Change> done(Change change) {
        return CompletableFuture.completedStage(change);
    }

    private synchronized boolean isUnusable(Aor owner, Usage usage) {
        return unusable.containsKey(new Rules(owner, usage));
    }

    /** How many there are and whose the first ones are, in a sentence without anything of their content; empty if there are none. */
    public synchronized String summary() {
        if (unusable.isEmpty()) {
            return "";
        }
        int documents = unusable.values().stream().mapToInt(List::size).sum();
        String named = unusable.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(document ->
                                document.name() + " of " + entry.getKey().owner()))
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return documents + (documents == 1 ? " rule document" : " rule documents")
                + " cannot be used, so nobody is let in there: " + named
                + (documents > MOST_NAMED ? " and others" : "");
    }
}
