package presentry.agent.presentity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventState;
import presentry.agent.event.SphereSource;
import presentry.agent.model.EventName;
import presentry.agent.model.Moment;
import presentry.agent.model.Publication;
import presentry.agent.model.SparseMaps;
import presentry.agent.model.WatcherEntry;
import presentry.agent.subscription.LiveSubscription;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.PresentitySphere;
import presentry.uri.Aor;

/** One step of the machine while it is made: what it works on, and the effects so far. */
final class Step implements EventState {
    final PresentityState state;
    final CompiledPolicy policy;
    final Moment moment;

    /** By the clock that nobody sets. */
    final Instant now;

    private final Map<Object, Change> changes = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<EventName, Map<String, WatcherEntry>> changedWatchers = new LinkedHashMap<>();
    private final Map<Aor, Command.Watching> tells = new LinkedHashMap<>();

    private final SphereSource spheres;
    private final int maxComposedBytes;
    private Optional<PresentitySphere> sphere = Optional.empty();

    Step(PresentityState state, CompiledPolicy policy, SphereSource spheres, int maxComposedBytes, Moment moment) {
        this.state = state;
        this.policy = policy;
        this.spheres = spheres;
        this.maxComposedBytes = maxComposedBytes;
        this.moment = moment;
        this.now = moment.now();
    }

    /** In which sphere the presentity is now. */
    PresentitySphere sphere() {
        PresentitySphere known = sphere.orElseGet(() -> spheres.sphere(this, moment.wall()));
        sphere = Optional.of(known);
        return known;
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
                    case Change.PutWaiting put -> put.watcher().id();
                    case Change.DropWaiting drop -> drop.id();
                };
        changes.put(changed, change);
    }

    void reply(Requester requester, Answer answer) {
        effects.add(new Effect.Reply(requester, answer));
    }

    /** News for another user. It carries state: of several in one step only the last one counts. */
    void tell(Aor user, Command.Watching watching) {
        tells.put(user, watching);
    }

    /** All effects: first what must be on disk, then what rests on it in the order in which it came up, at last the news. */
    List<Effect> effects() {
        List<Effect> all = new ArrayList<>(changes.size() + effects.size() + tells.size());
        changes.values().forEach(change -> all.add(new Effect.Persist(change)));
        all.addAll(effects);
        tells.forEach((user, watching) -> all.add(new Effect.Tell(user, watching)));
        return all;
    }

    /** What watchers see of a package now; not asked for numbered documents, which nobody could share. */
    Views views(EventPackage event) {
        Views made = state.views.get(event.name());
        if (made != null) {
            return made;
        }
        Views fresh = new Views(event, maxComposedBytes);
        state.views = SparseMaps.with(state.views, event.name(), fresh);
        return fresh;
    }

    /** The state of a package changed: what was made of it is out of date. */
    void forgetViews(EventPackage event) {
        state.views = SparseMaps.without(state.views, event.name());
        sphere = Optional.empty();
    }

    /** A watcher came, changed or went; of several changes in one step the last one counts. */
    void watcherChanged(WatcherEntry watcher) {
        changedWatchers
                .computeIfAbsent(watcher.event(), unused -> new LinkedHashMap<>())
                .put(watcher.id(), watcher);
    }

    /** The packages whose watchers changed in this step; a copy. */
    Collection<EventName> watchersChanged() {
        return List.copyOf(changedWatchers.keySet());
    }

    /** Who of the watchers of a package changed in this step; a copy. */
    Collection<WatcherEntry> changedWatchers(EventName event) {
        return List.copyOf(changedWatchers.getOrDefault(event, Map.of()).values());
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
    public Collection<WatcherEntry> watchers(EventName event) {
        List<WatcherEntry> all = new ArrayList<>();
        for (LiveSubscription live : state.subscriptions.of(event)) {
            if (live.live()) {
                all.add(live.stored().entry());
            }
        }
        state.waiting.of(event).forEach(waiting -> all.add(waiting.entry()));
        return all;
    }
}
