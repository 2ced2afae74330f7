package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import presentry.agent.model.EntityTag;
import presentry.agent.model.Rates;
import presentry.agent.model.SuppressIfMatch;

/**
 * What a SUBSCRIBE asks for besides being told.
 *
 * @param expires for how long, if it says; zero asks for the state once, or ends
 * @param condition what need not be sent (RFC 5839)
 * @param rates how often at most and at least (RFC 6446)
 */
public record SubscribeTerms(Optional<Duration> expires, Optional<SuppressIfMatch> condition, Rates rates) {
    /** No more than that. */
    public static SubscribeTerms lasting(Optional<Duration> expires) {
        return new SubscribeTerms(expires, Optional.empty(), Rates.NONE);
    }

    /** Whether the watcher has the state of this tag, which is asked for only if that matters, and does not want it again. */
    boolean suppress(Supplier<EntityTag> current) {
        return condition.filter(one -> one.metBy(current.get())).isPresent();
    }

    /** Whether the watcher does not want to hear of the state at all. */
    boolean quench() {
        return condition.filter(SuppressIfMatch::always).isPresent();
    }
}
