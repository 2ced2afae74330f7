package presentry.agent.presentity;

import java.util.Collection;
import java.util.List;
import presentry.agent.model.SparseMaps;
import presentry.agent.model.WatcherEntry;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.LiveSubscription;

/**
 * Finds out of whom of those who wait the presentity knows: of whom a NOTIFY told that the presentity itself answered. What
 * others say who may read watcher information counts for nothing.
 */
final class Acknowledging {
    private final Waiting waiting;

    Acknowledging(Waiting waiting) {
        this.waiting = waiting;
    }

    /** A NOTIFY with these watchers leaves. */
    static void telling(Step step, LiveSubscription live, Collection<WatcherEntry> told) {
        if (!live.stored().watcher().is(step.state.owner)) {
            return;
        }
        List<String> ids = told.stream()
                .filter(watcher -> watcher.status() == WatcherStatus.WAITING)
                .map(WatcherEntry::id)
                .toList();
        if (!ids.isEmpty()) {
            step.state.toldOf = SparseMaps.with(step.state.toldOf, live.key(), ids);
        }
    }

    /** A NOTIFY came to its end; of one subscription there is never more than one, but another may have had its key before. */
    void notifyEnded(Step step, Command.NotifyEnded ended) {
        boolean ofAnother = step.state.subscriptions.find(ended.key()).stream()
                .anyMatch(live -> live.outstandingCSeq() != ended.cSeq());
        if (ofAnother) {
            return;
        }
        List<String> ids = step.state.toldOf.getOrDefault(ended.key(), List.of());
        step.state.toldOf = SparseMaps.without(step.state.toldOf, ended.key());
        if (!ids.isEmpty() && ended.end() == Command.NotifyEnd.DELIVERED) {
            waiting.delivered(step, ids);
        }
    }
}
