package presentry.agent.event.winfo;

import java.util.List;
import presentry.agent.model.EventName;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherStatus;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * Makes watcherinfo documents (RFC 3858, section 3). The optional {@code expiration} and {@code duration-subscribed} are left
 * out: they count seconds from the moment of reading, so they would need a clock and be wrong on arrival.
 */
final class WatcherinfoWriter {
    private WatcherinfoWriter() {}

    /**
     * A document that tells of all watchers.
     *
     * @param version from 0, one more for each document of a subscription
     * @param resource the presentity as the reader spelled it
     * @param watched the package that the watchers have subscribed to
     */
    static XmlElement full(long version, String resource, EventName watched, List<Subscription> watchers) {
        XmlElement list = element("watcher-list")
                .withAttribute("resource", resource)
                .withAttribute("package", watched.text())
                .withChildren(watchers.stream().map(WatcherinfoWriter::watcher).toList());
        return element("watcherinfo")
                .withAttribute("version", Long.toString(version))
                .withAttribute("state", "full")
                .withChild(list);
    }

    private static XmlElement watcher(Subscription subscription) {
        return element("watcher")
                .withAttribute("id", subscription.winfoId())
                .withAttribute("status", word(subscription.status()))
                .withAttribute("event", word(subscription.lastEvent()))
                .withText(subscription.watcher().displayUri());
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
            // is one
            // who has asked and awaits his decision, which is what he reads for every other pending one.
            case CONFIRM_AGAIN -> "subscribe";
            case TIMEOUT -> "timeout";
            case DEACTIVATED -> "deactivated";
            case PROBATION -> "probation";
            case GIVEUP -> "giveup";
            case NORESOURCE -> "noresource";
        };
    }
}
