package presentry.agent.model;

import java.time.Instant;

/**
 * One piece of published event state (RFC 3903, section 4.1).
 *
 * @param event which package it belongs to
 * @param tag its present name; each refresh and each change gives a new one (RFC 3903, section 6, step 6)
 * @param contentType media type of the body, lower case, without parameters
 * @param body the document as it was published
 * @param expiresAt first instant at which it counts no more
 * @param origin names the request that made it so, the same each time that request is sent; empty if it is not known
 * @param firstPublished orders the publications of a user: a later one wins where only one value can stand
 */
public record Publication(
        EventName event,
        EntityTag tag,
        String contentType,
        String body,
        String origin,
        Instant expiresAt,
        Instant firstPublished) {
    /** The tag of what the server itself publishes when the last publication has gone; none that it gives to others. */
    public static final EntityTag LAST_SEEN = new EntityTag("last-seen");

    /** Whether the server made it, to say when the user was seen last. */
    public boolean isLastSeen() {
        return tag.equals(LAST_SEEN);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
