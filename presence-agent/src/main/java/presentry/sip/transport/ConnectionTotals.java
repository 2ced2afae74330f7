package presentry.sip.transport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all connections share.
 *
 * @param unsentBytes waiting for the peers to read
 * @param unreadBytes of messages that are not there whole
 * @param seconds counted by the timer: a step of the wall clock closes no connection
 */
record ConnectionTotals(AtomicLong unsentBytes, AtomicLong unreadBytes, AtomicLong seconds) {
    ConnectionTotals() {
        this(new AtomicLong(), new AtomicLong(), new AtomicLong());
    }
}
