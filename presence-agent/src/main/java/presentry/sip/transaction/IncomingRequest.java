package presentry.sip.transaction;

import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transport.Flow;

/** A request that waits for its answer: the user's side of a server transaction (RFC 3261, section 17.2). */
public interface IncomingRequest {
    /** The request; its topmost Via has {@code received} and {@code rport} filled in (RFC 3581, section 4). */
    SipRequest request();

    /** How it came in. */
    Flow flow();

    /**
     * Answers with what {@code response} has collected; a To tag is added where it has none, and the Server header field.
     * Callable from any thread. The first final answer counts, later ones are ignored.
     */
    void answer(SipResponse.Builder response);

    /**
     * Answers with {@code response} exactly as it is: one that was received from elsewhere and goes back upstream.
     * Callable from any thread. The first final answer counts, later ones are ignored.
     */
    void answer(SipResponse response);
}
