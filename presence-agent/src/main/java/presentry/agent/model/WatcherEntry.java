package presentry.agent.model;

import java.time.Instant;

/**
 * A watcher as watcher information tells of him (RFC 3858, section 3), whether a dialog carries his subscription or not.
 *
 * @param id names him there for as long as the machine of RFC 3857, figure 1, runs; random, reveals nothing
 * @param event the package that he watches
 * @param watcher who he is
 * @param since when he asked
 * @param expiresAt first instant at which the subscription is over; means something only while it lives
 * @param status where he stands
 * @param lastEvent what brought him there
 */
public record WatcherEntry(
        String id,
        EventName event,
        Watcher watcher,
        Instant since,
        Instant expiresAt,
        WatcherStatus status,
        StatusEvent lastEvent) {

    /** The same after a status event. */
    public WatcherEntry on(StatusEvent next) {
        return new WatcherEntry(id, event, watcher, since, expiresAt, status.on(next), next);
    }
}
