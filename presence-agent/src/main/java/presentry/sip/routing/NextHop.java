package presentry.sip.routing;

import presentry.sip.message.SipUri;
import presentry.sip.transport.Transport;

/**
 * Where a URI leads (RFC 3261, section 18.1.1; RFC 3263, section 4, without NAPTR and SRV).
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port 1 to 65535
 */
public record NextHop(Transport transport, String host, int port) {
    private static final int SIP_PORT = 5060;

    /** What reading a URI as a next hop ends in. */
    public sealed interface Choice {
        /** It can be tried. */
        record Possible(NextHop hop) implements Choice {}

        /** It cannot, for the reason of {@code sentence}. */
        record Impossible(String sentence) implements Choice {}
    }

    /** The next hop that {@code uri} names; UDP if it does not say (RFC 3263, section 4.1). */
    public static Choice of(SipUri uri) {
        String transport = uri.transport().orElse("udp");
        int port = uri.port().orElse(SIP_PORT);
        if (uri.secure() || transport.equalsIgnoreCase("tls")) {
            return new Choice.Impossible("TLS is not supported");
        }
        if (port < 1 || port > 65_535) {
            return new Choice.Impossible("port " + port + " does not exist");
        }
        if (transport.equalsIgnoreCase("udp")) {
            return new Choice.Possible(new NextHop(Transport.UDP, bare(uri.host()), port));
        }
        if (transport.equalsIgnoreCase("tcp")) {
            return new Choice.Possible(new NextHop(Transport.TCP, bare(uri.host()), port));
        }
        return new Choice.Impossible("transport " + transport + " is not supported");
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
