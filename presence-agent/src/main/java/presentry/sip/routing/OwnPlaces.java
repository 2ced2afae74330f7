package presentry.sip.routing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.sip.message.HostText;
import presentry.sip.message.SipUri;
import presentry.sip.message.Via;
import presentry.sip.transport.Transport;

/** What this server is called: by itself in Via and Contact, by others in Route (RFC 3261, sections 16.4 and 18.1.1). */
public final class OwnPlaces {
    private static final int SIP_PORT = 5060;

    /** Host and port for each transport. */
    private final Map<Transport, String> places = new EnumMap<>(Transport.class);

    private final Set<String> names = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    private final Set<Integer> ports = new HashSet<>();

    /**
     * Works it out.
     *
     * @param addresses where it listens
     * @param advertisedHost how it calls itself; if there is none, by the address it listens at, and if that is all
     *     addresses, by the one that leads outside
     * @param ownNames further names others know it by
     */
    public OwnPlaces(
            Map<Transport, InetSocketAddress> addresses, Optional<String> advertisedHost, Collection<String> ownNames) {
        ownNames.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        advertisedHost.ifPresent(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        addresses.forEach((transport, address) -> {
            InetAddress reachable = reachable(address.getAddress());
            places.put(transport, advertisedHost.orElse(HostText.host(reachable)) + ":" + address.getPort());
            hosts.add(HostText.host(reachable).toLowerCase(Locale.ROOT));
            if (address.getAddress().isAnyLocalAddress()) {
                hosts.add(HostText.host(InetAddress.getLoopbackAddress()));
            }
            ports.add(address.getPort());
        });
        hosts.addAll(names);
    }

    /** Host and port that stand in our Via and Contact; empty for a transport that does not listen. */
    public String place(Transport transport) {
        return places.getOrDefault(transport, "");
    }

    /** Whether {@code uri} leads here: one of our names without a port, or a name or address of ours with a port of ours. */
    public boolean isOurs(SipUri uri) {
        String host = uri.host().toLowerCase(Locale.ROOT);
        boolean byName = uri.port().isEmpty() && names.contains(host);
        return byName || (hosts.contains(host) && ports.contains(uri.port().orElse(SIP_PORT)));
    }

    /** Whether we wrote {@code via}. */
    public boolean isOurs(Via via) {
        return places.values().stream().anyMatch(place -> place.equalsIgnoreCase(via.sentBy()));
    }

    private static InetAddress reachable(InetAddress bound) {
        if (!bound.isAnyLocalAddress()) {
            return bound;
        }
        try (DatagramSocket probe = new DatagramSocket()) {
            // Sends nothing: connecting only lets the system choose our address (any address of TEST-NET-1 will do).
            probe.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), SIP_PORT));
            InetAddress chosen = probe.getLocalAddress();
            return chosen.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : chosen;
        } catch (IOException | java.io.UncheckedIOException noWayOut) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
