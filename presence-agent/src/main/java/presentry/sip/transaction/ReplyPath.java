package presentry.sip.transaction;

import java.net.InetSocketAddress;
import presentry.sip.message.Via;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transports;
import presentry.sip.transport.Way;

/**
 * Where the responses to one request go (RFC 3261, section 18.2.2; RFC 3581, section 4). A {@code maddr} is not followed:
 * it would let a stranger choose whom our answers hit.
 *
 * @param port at the address the request came from; used by UDP, and by TCP when the connection is gone
 */
record ReplyPath(Transports transports, Flow flow, int port) {
    static ReplyPath of(Transports transports, Flow flow, Via via) {
        return new ReplyPath(
                transports,
                flow,
                switch (flow.transport()) {
                    case UDP -> via.responsePort(flow.remote());
                    case TCP -> via.port().orElse(5060);
                });
    }

    /** Back to the very source, for a request whose Via cannot be read. */
    static ReplyPath toSource(Transports transports, Flow flow) {
        return new ReplyPath(transports, flow, flow.remote().getPort());
    }

    boolean isReliable() {
        return switch (flow.transport()) {
            case UDP -> false;
            case TCP -> true;
        };
    }

    void send(byte[] response) {
        transports.send(
                switch (flow.transport()) {
                    case UDP -> elsewhere();
                    case TCP -> transports.isOpen(flow) ? flow : elsewhere();
                },
                response);
    }

    private Way elsewhere() {
        return new Way.To(flow.transport(), new InetSocketAddress(flow.remote().getAddress(), port));
    }
}
