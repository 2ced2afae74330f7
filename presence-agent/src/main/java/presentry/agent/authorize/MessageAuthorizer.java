package presentry.agent.authorize;

import java.time.Instant;
import java.util.Optional;
import presentry.agent.model.Watcher;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.ImHandling;
import presentry.uri.Aor;

/** Who may send a MESSAGE to a user: whom the im-rules do not block; everybody where they are silent. */
public final class MessageAuthorizer {
    /** What {@code owner}'s rules say of a MESSAGE from {@code sender}; one may always write to oneself. */
    public ImHandling decide(Aor owner, Watcher sender, CompiledPolicy policy, Instant now) {
        return sender.is(owner) ? ImHandling.ALLOW : policy.decideMessage(sender.identity(), now, Optional.empty());
    }
}
