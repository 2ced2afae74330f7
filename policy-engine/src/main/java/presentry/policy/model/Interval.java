package presentry.policy.model;

import java.time.Instant;

/**
 * A stretch of time in which a rule is valid (RFC 4745, section 7.4).
 *
 * @param from its first instant
 * @param until the first instant after it; not after {@code from}: there is no such time
 */
public record Interval(Instant from, Instant until) {
    /** Whether {@code from <= now < until}. */
    public boolean contains(Instant now) {
        return now.compareTo(from) >= 0 && now.compareTo(until) < 0;
    }
}
