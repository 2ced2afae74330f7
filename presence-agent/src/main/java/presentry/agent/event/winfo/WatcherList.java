package presentry.agent.event.winfo;

import java.util.List;
import presentry.agent.event.Composition;
import presentry.agent.event.Sources;
import presentry.agent.model.WatcherEntry;

/** The watchers that a document tells of, in its order. */
record WatcherList(List<WatcherEntry> watchers) implements Sources, Composition {
    @Override
    public boolean isEmpty() {
        return watchers.isEmpty();
    }
}
