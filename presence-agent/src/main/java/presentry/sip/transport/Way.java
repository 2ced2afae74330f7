package presentry.sip.transport;

import java.net.InetSocketAddress;

/** How a message is sent: back on the flow of another one, or to an address. */
public sealed interface Way permits Flow, Way.To {
    /** The transport. */
    Transport transport();

    /** The other end. */
    InetSocketAddress remote();

    /**
     * To whoever listens at an address. By TCP this is a connection that we opened: the other end of an accepted one has
     * only claimed to be there (RFC 5923, section 4).
     */
    record To(Transport transport, InetSocketAddress remote) implements Way {}
}
