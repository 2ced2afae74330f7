package presentry.agent.authorize;

import java.time.Instant;
import java.util.function.Supplier;
import presentry.agent.model.Watcher;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.ImHandling;
import presentry.policy.model.PresentitySphere;
import presentry.uri.Aor;

/** Who may send a MESSAGE to a user: whom the im-rules do not block; everybody where they are silent. */
public final class MessageAuthorizer {
    /**
     * What {@code owner}'s rules say of a MESSAGE from {@code sender}; one may always write to oneself.
     *
     * @param now by the wall clock
     * @param sphere in which the owner is; asked only if that matters
     */
    public ImHandling decide(
            Aor owner, Watcher sender, CompiledPolicy policy, Instant now, Supplier<PresentitySphere> sphere) {
        if (sender.is(owner)) {
            return ImHandling.ALLOW;
        }
        return switch (RuleDecision.of(policy, sender.identity(), now, sphere)
                .decision()
                .outcome()
                .handling()) {
            case ALLOW -> ImHandling.ALLOW;
            case BLOCK, CONFIRM, POLITE_BLOCK -> ImHandling.BLOCK;
        };
    }
}
