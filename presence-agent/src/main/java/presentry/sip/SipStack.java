package presentry.sip;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import presentry.sip.message.SipRequest;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.RequestReceiver;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;
import presentry.sip.transport.SipTimer;
import presentry.sip.transport.Transport;

/** A SIP endpoint and proxy core: receives, answers, sends and forwards requests. Thread-safe. */
public final class SipStack implements AutoCloseable {
    private SipStack() {}

    /**
     * Listens.
     *
     * @param lookups where host names are resolved; may block
     * @param receiver gets every request but ACK
     */
    public static Started start(
            SipSettings settings,
            SipTimer timer,
            InstantSource clock,
            SecureRandom random,
            Executor lookups,
            RequestReceiver receiver) {
        return new Started.Refused("not built yet");
    }

    /** Where it listens. */
    public InetSocketAddress address(Transport transport) {
        return InetSocketAddress.createUnresolved(transport.name(), 0);
    }

    /**
     * Sends {@code request} in a non-INVITE client transaction (RFC 3261, section 17.1.2): to the topmost Route, else to the
     * Request-URI. The Via is added here.
     *
     * @param preferredFlow a TCP connection to use while it is open; also where to send if the next hop names this server
     * @param end called once, on a network, timer or lookup thread; returns at once
     */
    public void send(SipRequest request, Optional<Flow> preferredFlow, Consumer<TransactionEnd> end) {
        end.accept(new TransactionEnd.Unreachable("not built yet"));
    }

    /**
     * Forwards a non-INVITE request statefully and returns its final response upstream (RFC 3261, section 16).
     *
     * @param nextHopUri where to send if no Route is left
     * @param end what the forwarding ended in, for the log; called once if the start is {@code Forwarding}
     */
    public ForwardStart forward(IncomingRequest incoming, Optional<String> nextHopUri, Consumer<TransactionEnd> end) {
        return new ForwardStart.NoNextHop();
    }

    /** Stops quickly; nothing is sent. */
    @Override
    public void close() {}
}
