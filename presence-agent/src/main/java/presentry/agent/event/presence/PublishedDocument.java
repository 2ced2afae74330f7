package presentry.agent.event.presence;

import java.time.Instant;
import presentry.schemas.XmlElement;

/**
 * What one device has published.
 *
 * @param presence the root element
 * @param firstPublished when the device began to publish; refreshes and changes leave it as it is
 */
record PublishedDocument(XmlElement presence, Instant firstPublished) {
    private static final int RADIX = 36;

    /** Four digits of {@value #RADIX}. */
    private static final int MARKS = 36 * 36 * 36 * 36;

    /**
     * Tells this publication from others in the ids of what it holds. It is made of the time at which the device began and of
     * nothing else, so it stays the same over refreshes, changes and restarts, whoever else comes or goes.
     */
    String mark() {
        return Long.toString(Math.floorMod(firstPublished.toEpochMilli(), (long) MARKS), RADIX);
    }
}
