package presentry.sip.transport;

import java.net.InetSocketAddress;

/**
 * The way a message came in, on which others can go back (RFC 5626, section 1.2): a TCP connection, or a pair of UDP
 * addresses.
 *
 * @param transport the transport
 * @param local our end
 * @param remote the other end
 * @param connection the id of the connection, which no other connection ever gets, not even after a restart (RFC 5626,
 *     section 5.2); empty for UDP
 */
public record Flow(Transport transport, InetSocketAddress local, InetSocketAddress remote, String connection)
        implements Way {}
