package presentry.agent.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import presentry.agent.presentity.Command;
import presentry.agent.shard.CommandSink;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.model.Usage;
import presentry.uri.Aor;
import presentry.xcap.store.Change;
import presentry.xcap.store.CommitListener;

/**
 * Makes a committed change of rules felt: what was compiled from the older document is void from here on, and the
 * presentity's subscriptions are decided anew.
 */
public final class RuleChanges implements CommitListener {
    private final CompiledPolicies policies;
    private final CommandSink presentities;

    public RuleChanges(CompiledPolicies policies, CommandSink presentities) {
        this.policies = policies;
        this.presentities = presentities;
    }

    @Override
    public CompletionStage<Void> committed(Change change) {
        return RuleUsages.usageOf(change.auid())
                .flatMap(usage -> change.owner().map(owner -> felt(owner, usage)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletionStage<Void> felt(Aor owner, Usage usage) {
        policies.changed(owner);
        return switch (usage) {
            case PRES_RULES -> {
                CompletableFuture<Void> seen = new CompletableFuture<>();
                presentities.tell(owner, new Command.RulesChanged(() -> seen.complete(null)));
                yield seen;
            }
            // Nothing lives on the rules of messages: the next one is decided by the new document.
            case IM_RULES -> CompletableFuture.completedFuture(null);
        };
    }
}
