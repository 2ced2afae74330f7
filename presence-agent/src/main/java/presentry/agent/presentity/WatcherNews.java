package presentry.agent.presentity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import presentry.agent.event.EventState;
import presentry.agent.event.View;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.WatcherEntry;
import presentry.agent.model.WatcherStatus;
import presentry.uri.Aor;

/**
 * What one subscription to watcher information is to be told (RFC 3857, section 4.7.2).
 *
 * @param now the state of the presentity
 * @param extent all watchers, or those that changed
 * @param changed the watchers that changed since this subscription was last told, those that have ended among them
 */
record WatcherNews(EventState now, View.Extent extent, Collection<WatcherEntry> changed) implements EventState {
    @Override
    public Aor owner() {
        return now.owner();
    }

    @Override
    public Collection<Publication> publications(EventName event) {
        return now.publications(event);
    }

    @Override
    public Collection<WatcherEntry> watchers(EventName event) {
        return switch (extent) {
            case CHANGES -> changed;
            case FULL -> withEnded(now.watchers(event));
        };
    }

    private Collection<WatcherEntry> withEnded(Collection<WatcherEntry> present) {
        List<WatcherEntry> all = new ArrayList<>(present);
        changed.stream()
                .filter(watcher -> watcher.status() == WatcherStatus.TERMINATED)
                .forEach(all::add);
        return all;
    }
}
