package presentry.agent.event.winfo;

import java.util.List;
import presentry.agent.event.Composition;
import presentry.agent.model.Subscription;

/** Who watches, oldest subscription first; those that ended since watchers were last told of are in it once more. */
record WatcherList(List<Subscription> watchers) implements Composition {
    @Override
    public boolean isEmpty() {
        return watchers.isEmpty();
    }
}
