package presentry.agent.event.winfo;

import java.util.Collection;
import java.util.List;
import presentry.agent.event.EventState;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.uri.Aor;

/** Alice, whom these watch. */
record Watched(List<Subscription> watchers) implements EventState {
    static final Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();

    @Override
    public Aor owner() {
        return ALICE;
    }

    @Override
    public Collection<Publication> publications(EventName event) {
        return List.of();
    }

    @Override
    public Collection<Subscription> subscriptions(EventName event) {
        return watchers.stream().filter(one -> one.key().event().equals(event)).toList();
    }
}
