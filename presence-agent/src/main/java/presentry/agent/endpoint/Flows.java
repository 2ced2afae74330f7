package presentry.agent.endpoint;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import presentry.agent.model.ReachedBy;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;

/** The flows of the stack as the agent stores them, and back. */
final class Flows {
    private Flows() {}

    static ReachedBy stored(Flow flow) {
        return new ReachedBy(
                flow.transport().name(),
                literal(flow.local()),
                flow.local().getPort(),
                literal(flow.remote()),
                flow.remote().getPort(),
                flow.connection());
    }

    /** The flow by which a request came; both hosts are literals, so nothing is looked up. */
    static Flow of(ReachedBy way) {
        return new Flow(
                Transport.valueOf(way.transport()),
                new InetSocketAddress(way.localHost(), way.localPort()),
                new InetSocketAddress(way.remoteHost(), way.remotePort()),
                way.connection());
    }

    private static String literal(InetSocketAddress address) {
        return Optional.ofNullable(address.getAddress())
                .map(InetAddress::getHostAddress)
                .orElse(address.getHostString());
    }
}
