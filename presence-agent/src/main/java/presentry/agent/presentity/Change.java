package presentry.agent.presentity;

import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WaitingWatcher;
import presentry.uri.Aor;

/** One change to the stored state of a presentity. */
public sealed interface Change {
    Aor owner();

    record PutSubscription(Aor owner, Subscription subscription) implements Change {}

    record DropSubscription(Aor owner, SubscriptionKey key) implements Change {}

    record PutWaiting(Aor owner, WaitingWatcher watcher) implements Change {}

    /**
     * Somebody waits no more.
     *
     * @param id of his entry
     */
    record DropWaiting(Aor owner, String id) implements Change {}

    record PutPublication(Aor owner, Publication publication) implements Change {}

    record DropPublication(Aor owner, EventName event, EntityTag tag) implements Change {}
}
