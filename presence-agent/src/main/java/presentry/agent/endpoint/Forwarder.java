package presentry.agent.endpoint;

import java.util.Optional;
import java.util.function.Consumer;
import presentry.sip.ForwardStart;
import presentry.sip.routing.Target;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.TransactionEnd;

/** Passes requests on: {@link presentry.sip.SipStack#forward}. */
@FunctionalInterface
public interface Forwarder {
    /**
     * Starts forwarding; returns at once.
     *
     * @param target where to send if no Route is left
     * @param end what it ended in, for the log; called once if the start is {@code Forwarding}
     * @return what it begins with; with {@code NoNextHop} nothing was answered yet
     */
    ForwardStart forward(IncomingRequest incoming, Optional<Target> target, Consumer<TransactionEnd> end);
}
