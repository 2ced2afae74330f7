package presentry.agent.endpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import presentry.sip.message.SipRequest;

/** The duration that a request asks for (RFC 3261, section 20.19). */
final class Expiry {
    private Expiry() {}

    /** Empty if the request names none that can be read: the package knows what is usual. */
    static Optional<Duration> asked(SipRequest request) {
        OptionalLong seconds = request.expires();
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }
}
