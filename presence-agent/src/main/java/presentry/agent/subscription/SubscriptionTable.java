package presentry.agent.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.DialogId;
import presentry.agent.model.EventName;
import presentry.agent.model.SparseMaps;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.uri.Aor;

/**
 * All subscriptions to one presentity, found by name, by package, by watcher and by deadline. There are as many tables as
 * presentities, so it is built to take little room.
 */
public final class SubscriptionTable {
    private Map<DialogId, Dialog> dialogs = Map.of();
    private Map<EventName, Integer> sizes = Map.of();
    private Map<Aor, List<LiveSubscription>> byWatcher = Map.of();
    private final Deadlines deadlines = new Deadlines();
    private long begun;

    /** A new subscription: its numbers begin anew, or go on if its dialog carries another one already. */
    public LiveSubscription begin(Subscription subscription) {
        Dialog dialog = dialog(subscription, subscription.remoteCSeq());
        return add(new LiveSubscription(subscription, dialog, begun++, 0));
    }

    /** A subscription that was stored: its numbers go on above all that were reserved for it. */
    public LiveSubscription resume(Subscription subscription) {
        Dialog dialog = dialog(subscription, 0);
        dialog.atLeast(subscription.reservedCSeq(), subscription.remoteCSeq());
        return add(new LiveSubscription(subscription, dialog, begun++, subscription.reservedVersion()));
    }

    private Dialog dialog(Subscription subscription, long remoteCSeq) {
        DialogId id = subscription.key().dialog();
        Dialog known = dialogs.get(id);
        if (known != null) {
            return known;
        }
        Dialog fresh = new Dialog(0, remoteCSeq);
        dialogs = SparseMaps.withInOrder(dialogs, id, fresh);
        return fresh;
    }

    private LiveSubscription add(LiveSubscription live) {
        live.dialog().join(live);
        EventName event = live.key().event();
        sizes = SparseMaps.with(sizes, event, sizes.getOrDefault(event, 0) + 1);
        for (Aor home : live.stored().watcher().homes()) {
            byWatcher = SparseMaps.with(byWatcher, home, Dialog.with(ofWatcher(home), live));
        }
        return live;
    }

    /** Replaces the stored part of a subscription. Its key and its watcher stay. */
    public void update(LiveSubscription live, Subscription changed) {
        live.store(changed);
    }

    /** Sets when a subscription must be looked at again; {@link Instant#MAX} for never. */
    public void deadline(LiveSubscription live, Instant at) {
        deadlines.set(live, at);
    }

    /** Sets when time alone may change something for a living subscription. */
    public void schedule(LiveSubscription live) {
        deadline(live, live.lookAgainAt());
    }

    /** When the next one must be looked at; {@link Instant#MAX} if none must. */
    public Instant nextDeadline() {
        return deadlines.next();
    }

    /** Takes out those whose deadline has come; they have none from then on. */
    public List<LiveSubscription> due(Instant now) {
        return deadlines.due(now);
    }

    /** Lets a subscription go, and its dialog with the last one in it (RFC 6665, section 4.4.1). */
    public void remove(LiveSubscription live) {
        if (find(live.key()).filter(live::equals).isEmpty()) {
            return;
        }
        deadline(live, Instant.MAX);
        live.dialog().leave(live);
        if (live.dialog().subscriptions().isEmpty()) {
            dialogs = SparseMaps.without(dialogs, live.key().dialog());
        }
        countOneLess(live.key().event());
        for (Aor home : live.stored().watcher().homes()) {
            List<LiveSubscription> left = Dialog.without(ofWatcher(home), live);
            if (left.isEmpty()) {
                byWatcher = SparseMaps.without(byWatcher, home);
            } else {
                byWatcher = SparseMaps.with(byWatcher, home, left);
            }
        }
    }

    private void countOneLess(EventName event) {
        int left = sizes.getOrDefault(event, 0) - 1;
        if (left > 0) {
            sizes = SparseMaps.with(sizes, event, left);
        } else {
            sizes = SparseMaps.without(sizes, event);
        }
    }

    public Optional<LiveSubscription> find(SubscriptionKey key) {
        Dialog dialog = dialogs.get(key.dialog());
        return dialog == null ? Optional.empty() : dialog.find(key);
    }

    /** One of the subscriptions that live in a dialog; its oldest. */
    public Optional<LiveSubscription> living(DialogId id) {
        Dialog dialog = dialogs.get(id);
        return dialog == null ? Optional.empty() : dialog.living().stream().findFirst();
    }

    /** Whether some subscription lives in a dialog. */
    public boolean hasDialog(DialogId id) {
        return dialogs.containsKey(id);
    }

    /** Those of one package, oldest dialog first; a copy. */
    public List<LiveSubscription> of(EventName event) {
        if (!sizes.containsKey(event)) {
            return List.of();
        }
        List<LiveSubscription> those = new ArrayList<>();
        dialogs.forEach((id, dialog) -> {
            for (LiveSubscription live : dialog.subscriptions()) {
                if (live.key().event().equals(event)) {
                    those.add(live);
                }
            }
        });
        return those;
    }

    /** Those of one user, over all packages, oldest first; a copy. */
    public List<LiveSubscription> ofWatcher(Aor home) {
        return byWatcher.getOrDefault(home, List.of());
    }

    /** All of them, oldest dialog first; a copy. */
    public List<LiveSubscription> all() {
        List<LiveSubscription> all = new ArrayList<>();
        dialogs.forEach((id, dialog) -> all.addAll(dialog.subscriptions()));
        return all;
    }

    /** How many there are, over all packages. */
    public int size() {
        int size = 0;
        for (int ofEvent : sizes.values()) {
            size += ofEvent;
        }
        return size;
    }

    public boolean isEmpty() {
        return dialogs.isEmpty();
    }
}
