package presentry.xcap.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** From where a request came. */
final class Peers {

    private Peers() {}

    /** The address at the other end of the connection; empty if it has none. */
    static Optional<InetAddress> address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? Optional.ofNullable(socket.getAddress())
                : Optional.empty();
    }

    /** The same, for those who count addresses: what has none is one client, the unspecified address. */
    static InetAddress addressOrNone(Request request) {
        return address(request).orElse(new InetSocketAddress(0).getAddress());
    }

    static boolean isLoopback(Request request) {
        return address(request).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
