package presentry.agent.model;

import java.time.Instant;

/**
 * The part of a subscription that outlives the process (RFC 6665, section 4.2): one stored row.
 *
 * @param key its name
 * @param winfoId names it in watcher information; random, reveals nothing (RFC 3858, section 3)
 * @param watcher who asked
 * @param dialog where NOTIFYs go
 * @param entity the presentity as this watcher's Request-URI spelled it
 * @param eventSpelling the package name as this watcher's Event header spelled it
 * @param bodyType the media type agreed on by Accept
 * @param terms how its watcher is told
 * @param since when the subscription began
 * @param expiresAt first instant at which it is over
 * @param status where it stands
 * @param lastEvent what brought it there, for watcher information
 * @param remoteCSeq the highest CSeq seen from the watcher in this dialog
 * @param reservedCSeq no NOTIFY of this dialog has had a CSeq above this one: a restarted server goes on above it
 * @param reservedVersion the same for the version number of the documents sent
 */
public record Subscription(
        SubscriptionKey key,
        String winfoId,
        Watcher watcher,
        DialogAddress dialog,
        String entity,
        String eventSpelling,
        String bodyType,
        NotifyTerms terms,
        Instant since,
        Instant expiresAt,
        WatcherStatus status,
        StatusEvent lastEvent,
        long remoteCSeq,
        long reservedCSeq,
        long reservedVersion) {

    /** What watcher information says of it. */
    public WatcherEntry entry() {
        return new WatcherEntry(winfoId, key.event(), watcher, since, expiresAt, status, lastEvent);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The same after a status event; the only way a status changes. */
    public Subscription on(StatusEvent event) {
        return new Subscription(
                key,
                winfoId,
                watcher,
                dialog,
                entity,
                eventSpelling,
                bodyType,
                terms,
                since,
                expiresAt,
                status.on(event),
                event,
                remoteCSeq,
                reservedCSeq,
                reservedVersion);
    }

    /** The same after a refresh by its watcher (RFC 6665, section 4.2.1.4). */
    public Subscription refreshed(
            DialogAddress newDialog, NotifyTerms newTerms, Instant newExpiry, long newRemoteCSeq) {
        return new Subscription(
                key,
                winfoId,
                watcher,
                newDialog,
                entity,
                eventSpelling,
                bodyType,
                newTerms,
                since,
                newExpiry,
                status,
                lastEvent,
                newRemoteCSeq,
                reservedCSeq,
                reservedVersion);
    }

    /** The same after another subscription of its dialog was heard of: the target and the CSeq are those of the dialog. */
    public Subscription in(DialogAddress newDialog, long newRemoteCSeq) {
        return refreshed(newDialog, terms, expiresAt, newRemoteCSeq);
    }

    /** The same on other terms (RFC 6446, section 9.3). */
    public Subscription with(NotifyTerms newTerms) {
        return refreshed(dialog, newTerms, expiresAt, remoteCSeq);
    }

    /** The same with numbers reserved ahead of their use, so that a crash can repeat none. */
    public Subscription reserving(long cSeq, long version) {
        return new Subscription(
                key,
                winfoId,
                watcher,
                dialog,
                entity,
                eventSpelling,
                bodyType,
                terms,
                since,
                expiresAt,
                status,
                lastEvent,
                remoteCSeq,
                cSeq,
                version);
    }
}
