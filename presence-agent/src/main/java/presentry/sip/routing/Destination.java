package presentry.sip.routing;

import java.util.Optional;
import presentry.sip.message.SipUri;
import presentry.sip.transport.Transport;

/** What a URI says of where it leads, before the DNS is asked (RFC 3263, sections 4.1 and 4.2). */
sealed interface Destination {
    /** The port of SIP without TLS (RFC 3261, section 19.1.2). */
    int SIP_PORT = 5060;

    /** It says all: the host is an address, or the port is given. */
    record Exact(NextHop hop) implements Destination {}

    /** The servers of a domain, over {@code transport} if the URI wants one. */
    record OfDomain(String domain, Optional<Transport> transport) implements Destination {}

    /** Nowhere we can send to, for the reason of {@code sentence}. */
    record Impossible(String sentence) implements Destination {}

    /** Reads {@code uri}. */
    static Destination of(SipUri uri) {
        String wanted = uri.transport().orElse("udp");
        int port = uri.port().orElse(SIP_PORT);
        if (uri.secure() || wanted.equalsIgnoreCase("tls")) {
            return new Impossible("TLS is not supported");
        }
        if (port < 1 || port > 65_535) {
            return new Impossible("port " + port + " does not exist");
        }
        Optional<Transport> transport = named(wanted);
        if (transport.isEmpty()) {
            return new Impossible("transport " + wanted + " is not supported");
        }
        String host = bare(uri.host());
        if (uri.port().isPresent() || HostAddresses.isKnownWithoutDns(host)) {
            return new Exact(new NextHop(transport.get(), host, port)); // UDP if it does not say: section 4.1
        }
        return new OfDomain(host, uri.transport().isPresent() ? transport : Optional.empty());
    }

    private static Optional<Transport> named(String transport) {
        if (transport.equalsIgnoreCase("udp")) {
            return Optional.of(Transport.UDP);
        }
        return transport.equalsIgnoreCase("tcp") ? Optional.of(Transport.TCP) : Optional.empty();
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
