package presentry.agent.shard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.DialogId;
import presentry.agent.presentity.Change;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.PresentityState;
import presentry.agent.subscription.LiveSubscription;
import presentry.uri.Aor;

/** Whose dialog it is: the presentities of one mailbox by the dialogs of their watchers. */
final class DialogIndex {
    private final Map<DialogId, Aor> owners = new HashMap<>();

    Optional<Aor> owner(DialogId dialog) {
        return Optional.ofNullable(owners.get(dialog));
    }

    /** Takes in the dialogs that a step of a presentity began, and lets those go that it ended. */
    void follow(PresentityState state, Command command, List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.PutSubscription put ->
                    follow(state, put.subscription().key().dialog());
                case Change.DropSubscription drop -> follow(state, drop.key().dialog());
                case Change.PutWaiting withoutDialog -> {}
                case Change.DropWaiting withoutDialog -> {}
                case Change.PutPublication unrelated -> {}
                case Change.DropPublication unrelated -> {}
            }
        }
        if (command instanceof Command.NotifyEnded ended) {
            follow(state, ended.key().dialog());
        }
    }

    private void follow(PresentityState state, DialogId dialog) {
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
