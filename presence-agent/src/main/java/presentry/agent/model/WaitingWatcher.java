package presentry.agent.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A watcher about whom nobody decided before his subscription was over (RFC 3857, section 4.7.1, the state {@code waiting}): one
 * stored row. No dialog belongs to him, so nothing can be sent to him.
 *
 * @param id the one that he had in watcher information while he was pending
 * @param event the package that he asked for
 * @param watcher who he is
 * @param since when he asked
 * @param giveUpAt first instant at which he is forgotten though nobody decided
 * @param delivered whether the presentity has been told of him, and has said so
 */
public record WaitingWatcher(
        String id, EventName event, Watcher watcher, Instant since, Instant giveUpAt, boolean delivered) {

    /** Who asked with this subscription, which has just timed out undecided. */
    public static WaitingWatcher of(Subscription timedOut, Instant now, Duration patience) {
        return new WaitingWatcher(
                timedOut.winfoId(),
                timedOut.key().event(),
                timedOut.watcher(),
                timedOut.since(),
                now.plus(patience),
                false);
    }

    /** What watcher information says of him as long as he waits. */
    public WatcherEntry entry() {
        return new WatcherEntry(id, event, watcher, since, giveUpAt, WatcherStatus.WAITING, StatusEvent.TIMEOUT);
    }

    /** The same after the presentity was told of him. */
    public WaitingWatcher asDelivered() {
        return new WaitingWatcher(id, event, watcher, since, giveUpAt, true);
    }
}
