package presentry.sip.routing;

import java.net.InetSocketAddress;
import presentry.sip.transport.Transport;

/** Where a request can be sent, with nothing left to look up. */
public record Place(Transport transport, InetSocketAddress address) {}
