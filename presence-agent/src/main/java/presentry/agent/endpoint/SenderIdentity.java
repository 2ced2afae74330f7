package presentry.agent.endpoint;

import presentry.sip.message.SipRequest;
import presentry.sip.transport.Flow;

/** Says who sent a request. */
interface SenderIdentity {
    /** Judges one request; returns at once. */
    Identification read(SipRequest request, Flow flow);
}
