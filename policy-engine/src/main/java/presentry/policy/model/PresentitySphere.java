package presentry.policy.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The state a presentity says it is in, such as {@code work} (RFC 5025, section 3.1.2).
 *
 * @param value the state; empty when it is undefined
 * @param validUntil the next instant at which it may be another one without anything being published; {@link Instant#MAX} when
 *     there is none
 */
public record PresentitySphere(Optional<String> value, Instant validUntil) {}
