package presentry.agent.presentity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import presentry.agent.event.EventState;
import presentry.agent.event.View;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.uri.Aor;

/**
 * What one subscription to watcher information is to be told (RFC 3857, section 4.7.2).
 *
 * @param now the state of the presentity
 * @param extent all watchers, or those that changed
 * @param changed the watchers that changed since this subscription was last told, those that have ended among them
 */
record WatcherNews(EventState now, View.Extent extent, Collection<Subscription> changed) implements EventState {
    @Override
    public Aor owner() {
        return now.owner();
    }

    @Override
    public Collection<Publication> publications(EventName event) {
        return now.publications(event);
    }

    @Override
    public Collection<Subscription> subscriptions(EventName event) {
        return switch (extent) {
            case CHANGES -> changed;
            case FULL -> withEnded(now.subscriptions(event));
        };
    }

    private Collection<Subscription> withEnded(Collection<Subscription> living) {
        List<Subscription> all = new ArrayList<>(living);
        changed.stream().filter(watcher -> !watcher.status().live()).forEach(all::add);
        return all;
    }
}
