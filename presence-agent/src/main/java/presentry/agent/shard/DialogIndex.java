package presentry.agent.shard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.DialogId;
import presentry.agent.presentity.PresentityState;
import presentry.agent.subscription.LiveSubscription;
import presentry.uri.Aor;

/** Whose dialog it is: the presentities of one mailbox by the dialogs of their watchers. */
final class DialogIndex {
    private final Map<DialogId, Aor> owners = new HashMap<>();

    Optional<Aor> owner(DialogId dialog) {
        return Optional.ofNullable(owners.get(dialog));
    }

    /** Takes in a dialog if the presentity has it, and lets it go otherwise. */
    void follow(PresentityState state, DialogId dialog) {
        if (state.subscriptions().hasDialog(dialog)) {
            owners.put(dialog, state.owner());
        } else {
            owners.remove(dialog, state.owner());
        }
    }

    void addAll(PresentityState state) {
        for (LiveSubscription live : state.subscriptions().all()) {
            owners.put(live.key().dialog(), state.owner());
        }
    }

    void removeAll(PresentityState state) {
        for (LiveSubscription live : state.subscriptions().all()) {
            owners.remove(live.key().dialog(), state.owner());
        }
    }
}
