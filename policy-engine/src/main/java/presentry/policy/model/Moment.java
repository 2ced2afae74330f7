package presentry.policy.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a decision may look at besides the identity of the watcher.
 *
 * @param now the time of the decision
 * @param sphere the sphere the presentity is in; empty when it is undefined (RFC 5025, section 3.1.2)
 */
public record Moment(Instant now, Optional<String> sphere) {}
