package presentry.agent.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.agent.model.DialogId;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.uri.Aor;

/** All subscriptions to one presentity, found by name, by package, by dialog and by watcher. */
public final class SubscriptionTable {
    private final Map<EventName, Map<SubscriptionKey, LiveSubscription>> byEvent = new HashMap<>();
    private final Map<DialogId, DialogCounters> dialogs = new HashMap<>();
    private final Map<Aor, Set<LiveSubscription>> byWatcher = new HashMap<>();

    /** A new subscription: its numbers begin anew, or go on if its dialog carries another one already. */
    public LiveSubscription begin(Subscription subscription) {
        DialogCounters counters = dialogs.computeIfAbsent(
                subscription.key().dialog(), unused -> new DialogCounters(0, subscription.remoteCSeq()));
        return add(new LiveSubscription(subscription, counters, 0));
    }

    /** A subscription that was stored: its numbers go on above all that were reserved for it. */
    public LiveSubscription resume(Subscription subscription) {
        DialogCounters counters =
                dialogs.computeIfAbsent(subscription.key().dialog(), unused -> new DialogCounters(0, 0));
        counters.atLeast(subscription.reservedCSeq(), subscription.remoteCSeq());
        return add(new LiveSubscription(subscription, counters, subscription.reservedVersion()));
    }

    private LiveSubscription add(LiveSubscription live) {
        live.dialog().joined();
        byEvent.computeIfAbsent(live.key().event(), unused -> new LinkedHashMap<>())
                .put(live.key(), live);
        for (Aor home : live.stored().watcher().homes()) {
            byWatcher.computeIfAbsent(home, unused -> new LinkedHashSet<>()).add(live);
        }
        return live;
    }

    /** Replaces the stored part of a subscription. Its key and its watcher stay. */
    public void update(LiveSubscription live, Subscription changed) {
        live.store(changed);
    }

    /** Lets a subscription go, and its dialog with the last one in it (RFC 6665, section 4.4.1). */
    public void remove(LiveSubscription live) {
        Map<SubscriptionKey, LiveSubscription> ofEvent =
                byEvent.getOrDefault(live.key().event(), Map.of());
        if (ofEvent.get(live.key()) != live) {
            return;
        }
        ofEvent.remove(live.key());
        if (ofEvent.isEmpty()) {
            byEvent.remove(live.key().event());
        }
        for (Aor home : live.stored().watcher().homes()) {
            Set<LiveSubscription> ofWatcher = byWatcher.get(home);
            if (ofWatcher != null && ofWatcher.remove(live) && ofWatcher.isEmpty()) {
                byWatcher.remove(home);
            }
        }
        if (live.dialog().left()) {
            dialogs.remove(live.key().dialog());
        }
    }

    public Optional<LiveSubscription> find(SubscriptionKey key) {
        return Optional.ofNullable(byEvent.getOrDefault(key.event(), Map.of()).get(key));
    }

    /** The numbers of a dialog; empty if no subscription lives in it. */
    public Optional<DialogCounters> dialog(DialogId id) {
        return Optional.ofNullable(dialogs.get(id));
    }

    /** Those of one package, oldest first; a view that changes with the table. */
    public Collection<LiveSubscription> of(EventName event) {
        return Collections.unmodifiableCollection(
                byEvent.getOrDefault(event, Map.of()).values());
    }

    /** Those of one user, over all packages; a copy. */
    public List<LiveSubscription> ofWatcher(Aor home) {
        return List.copyOf(byWatcher.getOrDefault(home, Set.of()));
    }

    /** All of them; a copy, so that the table may change while one walks through. */
    public List<LiveSubscription> all() {
        List<LiveSubscription> all = new ArrayList<>();
        byEvent.values().forEach(ofEvent -> all.addAll(ofEvent.values()));
        return all;
    }

    /** How many there are, over all packages. */
    public int size() {
        int size = 0;
        for (Map<SubscriptionKey, LiveSubscription> ofEvent : byEvent.values()) {
            size += ofEvent.size();
        }
        return size;
    }

    public boolean isEmpty() {
        return byEvent.isEmpty();
    }
}
