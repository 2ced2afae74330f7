package presentry.sip.routing;

import presentry.sip.transport.Transport;

/**
 * Where a request may be sent.
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port 1 to 65535
 */
public record NextHop(Transport transport, String host, int port) {}
