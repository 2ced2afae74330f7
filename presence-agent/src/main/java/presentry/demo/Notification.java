package presentry.demo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import presentry.sip.message.ParameterizedValue;
import presentry.sip.message.SipRequest;

/**
 * A NOTIFY that was received (RFC 6665, section 4.2.2).
 *
 * @param watching the subscription it belongs to
 * @param request as it came
 */
public record Notification(Watching watching, SipRequest request) {
    /** The state of the subscription: active, pending or terminated. */
    public String state() {
        return subscriptionState().value();
    }

    /** Why it was terminated, if that is said. */
    public Optional<String> reason() {
        return subscriptionState().parameter("reason");
    }

    /** Subscription-State with its parameters; empty if the header field is missing. */
    public ParameterizedValue subscriptionState() {
        return request.headers().parameterized("Subscription-State").orElseGet(() -> ParameterizedValue.parse(""));
    }

    /** The body; empty if there is none. */
    public Optional<String> body() {
        byte[] bytes = request.body();
        return bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Its place in the dialog: rises with each NOTIFY (RFC 3261, section 12.2.1.1). */
    public long cseq() {
        return request.cseq();
    }

    /** State and reason for a message: {@code terminated;reason=rejected}. */
    @Override
    public String toString() {
        return "NOTIFY " + state() + reason().map(why -> ";reason=" + why).orElse("")
                + (body().isPresent() ? " with a body" : " without a body");
    }
}
