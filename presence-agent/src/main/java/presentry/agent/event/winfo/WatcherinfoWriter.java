package presentry.agent.event.winfo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import presentry.agent.event.View;
import presentry.agent.model.EventName;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.WatcherEntry;
import presentry.agent.model.WatcherStatus;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/** Makes watcherinfo documents (RFC 3858, section 3). */
final class WatcherinfoWriter {
    private WatcherinfoWriter() {}

    /**
     * A document for one reader.
     *
     * @param watched the package that the watchers have subscribed to
     * @param watchers all of them, or those that changed, as the view wants it
     */
    static XmlElement document(View view, EventName watched, List<WatcherEntry> watchers) {
        XmlElement list = element("watcher-list")
                .withAttribute("resource", view.entity())
                .withAttribute("package", watched.text())
                .withChildren(watchers.stream()
                        .map(watcher -> watcher(watcher, view.now()))
                        .toList());
        return element("watcherinfo")
                .withAttribute("version", Long.toString(view.version()))
                .withAttribute("state", word(view.extent()))
                .withChild(list);
    }

    /** Times are whole seconds before and after the moment of writing; who has no subscription any more has none left. */
    private static XmlElement watcher(WatcherEntry entry, Instant now) {
        XmlElement watcher = element("watcher")
                .withAttribute("id", entry.id())
                .withAttribute("status", word(entry.status()))
                .withAttribute("event", word(entry.lastEvent()));
        if (entry.status().live()) {
            watcher = watcher.withAttribute("expiration", seconds(now, entry.expiresAt()));
        }
        return watcher.withAttribute("duration-subscribed", seconds(entry.since(), now))
                .withText(entry.watcher().displayUri());
    }

    /** Not below zero, though a clock may have been set back. */
    private static String seconds(Instant from, Instant until) {
        return Long.toString(Math.max(0, Duration.between(from, until).toSeconds()));
    }

    private static String word(View.Extent extent) {
        return switch (extent) {
            case FULL -> "full";
            case CHANGES -> "partial";
        };
    }

    private static XmlElement element(String localName) {
        return XmlElement.of(Namespaces.WATCHERINFO, "", localName);
    }

    private static String word(WatcherStatus status) {
        return switch (status) {
            case PENDING -> "pending";
            case ACTIVE -> "active";
            case WAITING -> "waiting";
            case TERMINATED -> "terminated";
        };
    }

    private static String word(StatusEvent event) {
        return switch (event) {
            case SUBSCRIBE -> "subscribe";
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
            // RFC 3857 has no way back from active to pending and RFC 3858 no word for it. To the reader such a watcher
            // is one who has asked and awaits his decision, which is what he reads for every other pending one.
            case CONFIRM_AGAIN -> "subscribe";
            case TIMEOUT -> "timeout";
            case DEACTIVATED -> "deactivated";
            case PROBATION -> "probation";
            case GIVEUP -> "giveup";
            case NORESOURCE -> "noresource";
        };
    }
}
