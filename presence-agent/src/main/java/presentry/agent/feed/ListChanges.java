package presentry.agent.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import presentry.agent.presentity.Command;
import presentry.agent.shard.CommandSink;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Usage;
import presentry.uri.Aor;
import presentry.xcap.store.Change;
import presentry.xcap.store.CommitListener;

/**
 * Makes a committed change of a list felt by the rules of its owner, as {@link StoredLists} lets nobody else's rules refer to it.
 * Rules that are known to refer to no list at all stay as they are.
 */
public final class ListChanges implements CommitListener {
    private final CompiledPolicies policies;
    private final CommandSink presentities;

    public ListChanges(CompiledPolicies policies, CommandSink presentities) {
        this.policies = policies;
        this.presentities = presentities;
    }

    @Override
    public CompletionStage<Void> committed(Change change) {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        change.owner()
                .filter(owner -> change.auid().equals(StoredLists.AUID) && mayReferToLists(owner))
                .ifPresentOrElse(owner -> felt(owner, seen), () -> seen.complete(null));
        return seen;
    }

    private void felt(Aor owner, CompletableFuture<Void> seen) {
        policies.changed(owner);
        presentities.tell(owner, new Command.RulesChanged(() -> seen.complete(null)));
    }

    private boolean mayReferToLists(Aor owner) {
        return Stream.of(Usage.values())
                .anyMatch(usage -> policies.current(owner, usage)
                        .map(CompiledPolicy::dependsOnLists)
                        .orElse(true));
    }
}
