package presentry.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Who counts as one client where addresses are counted: an IPv4 address, or the /64 of an IPv6 address, since a client may
 * change all bits behind it.
 *
 * @param octets never changed
 */
public record ClientNetwork(ByteBuffer octets) {

    private static final int NETWORK_OCTETS = 8;

    /** The network of an address. */
    public static ClientNetwork of(InetAddress address) {
        byte[] octets = address.getAddress();
        return new ClientNetwork(
                address instanceof Inet6Address ? ByteBuffer.wrap(octets, 0, NETWORK_OCTETS) : ByteBuffer.wrap(octets));
    }
}
