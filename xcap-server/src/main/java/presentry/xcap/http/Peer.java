package presentry.xcap.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The other end of the connection. */
final class Peer {

    private Peer() {}

    static Optional<InetAddress> address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Optional.ofNullable(remote.getAddress())
                : Optional.empty();
    }

    static boolean isLoopback(Request request) {
        return address(request).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
