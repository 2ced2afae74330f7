package presentry.agent.endpoint;

import java.util.Optional;
import java.util.function.Consumer;
import presentry.sip.message.SipRequest;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;

/** Sends requests of our own: {@link presentry.sip.SipStack#send}. */
@FunctionalInterface
public interface RequestSender {
    /**
     * Sends; returns at once.
     *
     * @param preferredFlow the connection to use while it is open
     * @param end told once what it ended in
     */
    void send(SipRequest request, Optional<Flow> preferredFlow, Consumer<TransactionEnd> end);
}
