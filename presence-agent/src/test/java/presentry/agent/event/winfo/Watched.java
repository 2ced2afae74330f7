package presentry.agent.event.winfo;

import java.util.Collection;
import java.util.List;
import presentry.agent.event.EventState;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherEntry;
import presentry.uri.Aor;

/** Alice, whom these watch. */
record Watched(List<Subscription> subscriptions) implements EventState {
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
    public Collection<WatcherEntry> watchers(EventName event) {
        return subscriptions.stream()
                .map(Subscription::entry)
                .filter(one -> one.event().equals(event))
                .toList();
    }
}
