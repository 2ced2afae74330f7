package presentry.agent.presentity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Effect> effects = new ArrayList<>();
    private final Map<EventName, List<Subscription>> departed = new LinkedHashMap<>();

    Step(PresentityState state, CompiledPolicy policy, Instant now) {
        this.state = state;
        this.policy = policy;
        this.now = now;
    }

    void emit(Effect effect) {
        effects.add(effect);
    }

    void persist(Change change) {
        effects.add(new Effect.Persist(change));
    }

    void reply(Requester requester, Answer answer) {
        effects.add(new Effect.Reply(requester, answer));
    }

    List<Effect> effects() {
        return effects;
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

    /** The packages whose watchers changed in this step. */
    Collection<EventName> watchersChanged() {
        return List.copyOf(departed.keySet());
    }

    @Override
    public Aor owner() {
        return state.owner;
    }

    @Override
    public Collection<Publication> publications(EventName event) {
        return state.publications.of(event).stream()
                .filter(publication -> !publication.expiredAt(now))
                .toList();
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
