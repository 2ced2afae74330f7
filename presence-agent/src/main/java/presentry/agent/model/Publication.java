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
 * @param firstPublished orders the publications of a user: a later one wins where only one value can stand
 */
public record Publication(
        EventName event, EntityTag tag, String contentType, String body, Instant expiresAt, Instant firstPublished) {
    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
