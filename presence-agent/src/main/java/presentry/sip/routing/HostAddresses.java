package presentry.sip.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import presentry.uri.IpAddress;

/** The addresses of a host. */
final class HostAddresses {
    private HostAddresses() {}

    /** The address that {@code literal} is. Does not block. */
    static List<InetAddress> ofLiteral(String literal) {
        try {
            return List.of(InetAddress.getByName(literal));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    /** Whether no name server need be asked: an address, or this machine itself (RFC 6761, section 6.3). */
    static boolean isKnownWithoutDns(String host) {
        return isLiteral(host) || host.equalsIgnoreCase("localhost");
    }

    /** Whether it is an IPv4 or IPv6 address and not a name; a colon stands in no name. */
    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || IpAddress.isVersion4(host);
    }
}
