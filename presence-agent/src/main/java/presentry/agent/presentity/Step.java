package presentry.agent.presentity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventState;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.subscription.LiveSubscription;
import presentry.policy.compile.CompiledPolicy;
import presentry.uri.Aor;

/** One step of the machine while it is made: what it works on, and the effects so far. */
final class Step implements EventState {
    final PresentityState state;
    final CompiledPolicy policy;
    final Instant now;
    private final Map<Object, Change> changes = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<EventName, Views> versionedViews = new HashMap<>();
    private final Map<EventName, List<Subscription>> departed = new LinkedHashMap<>();

    Step(PresentityState state, CompiledPolicy policy, Instant now) {
        this.state = state;
        this.policy = policy;
        this.now = now;
    }

    void emit(Effect effect) {
        effects.add(effect);
    }

    /** Notes a change for the disk. Of several changes of one thing only the last one is written. */
    void persist(Change change) {
        Object changed =
                switch (change) {
                    case Change.PutSubscription put -> put.subscription().key();
                    case Change.DropSubscription drop -> drop.key();
                    case Change.PutPublication put -> put.publication().tag();
                    case Change.DropPublication drop -> drop.tag();
                };
        changes.put(changed, change);
    }

    void reply(Requester requester, Answer answer) {
        effects.add(new Effect.Reply(requester, answer));
    }

    /** All effects: first what must be on disk, then what rests on it, in the order in which it came up. */
    List<Effect> effects() {
        List<Effect> all = new ArrayList<>(changes.size() + effects.size());
        changes.values().forEach(change -> all.add(new Effect.Persist(change)));
        all.addAll(effects);
        return all;
    }

    /** What watchers see of a package now. Numbered documents are not kept over the step: nobody could share them. */
    Views views(EventPackage event) {
        return viewsByEvent(event).computeIfAbsent(event.name(), unused -> new Views(event, event.compose(this)));
    }

    /** The state of a package changed: what was made of it is out of date. */
    void forgetViews(EventPackage event) {
        viewsByEvent(event).remove(event.name());
    }

    private Map<EventName, Views> viewsByEvent(EventPackage event) {
        return event.versioned() ? versionedViews : state.views;
    }

    /** The watchers of a package changed in this step. */
    void watchersChanged(EventName event) {
        departed.computeIfAbsent(event, unused -> new ArrayList<>());
    }

    /** A watcher is no more; the presentity is told so once (RFC 3858, section 4.3). */
    void departed(Subscription subscription) {
        departed.computeIfAbsent(subscription.key().event(), unused -> new ArrayList<>())
                .add(subscription);
    }

    /** The packages whose watchers changed in this step; a copy. */
    Collection<EventName> watchersChanged() {
        return List.copyOf(departed.keySet());
    }

    @Override
    public Aor owner() {
        return state.owner;
    }

    @Override
    public Collection<Publication> publications(EventName event) {
        return state.publications.of(event, now);
    }

    @Override
    public Collection<Subscription> subscriptions(EventName event) {
        List<Subscription> all = new ArrayList<>();
        for (LiveSubscription live : state.subscriptions.of(event)) {
            if (live.live()) {
                all.add(live.stored());
            }
        }
        all.addAll(departed.getOrDefault(event, List.of()));
        return all;
    }
}
