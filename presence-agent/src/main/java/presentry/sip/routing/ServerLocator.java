package presentry.sip.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.sip.message.SipUri;
import presentry.sip.transport.Transport;

/**
 * Finds the servers that a URI means (RFC 3263, section 4): by NAPTR and SRV records where it names a domain without a port,
 * else by the host alone. Names are looked up on an executor of their own, for that may take seconds.
 */
public final class ServerLocator {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLocator.class);

    /** So many places are tried for one request at most; more would outlast its transaction upstream. */
    private static final int MOST_PLACES = 8;

    private static final Comparator<Naptr> FIRST_WANTED =
            Comparator.comparingInt(Naptr::order).thenComparingInt(Naptr::preference);

    private final ServiceRecords records;
    private final RandomGenerator random;
    private final Executor lookups;

    /**
     * A locator.
     *
     * @param random draws among servers of one priority
     * @param lookups where names are looked up; may block
     */
    public ServerLocator(ServiceRecords records, RandomGenerator random, Executor lookups) {
        this.records = records;
        this.random = random;
        this.lookups = lookups;
    }

    /** Gives the places of {@code uri}: at once for an address, else later on a thread of the executor. */
    public void locate(SipUri uri, Consumer<Located> found) {
        switch (Destination.of(uri)) {
            case Destination.Impossible(String sentence) -> found.accept(new Located.Nowhere(sentence));
            case Destination.Exact(NextHop hop)
            when HostAddresses.isLiteral(hop.host()) -> found.accept(located(hop.host(), List.of(hop)));
            case Destination.Exact(NextHop hop) -> later(found, () -> located(hop.host(), List.of(hop)));
            case Destination.OfDomain(String domain, Optional<Transport> transport) ->
                later(found, () -> located(domain, hops(domain, transport)));
        }
    }

    private void later(Consumer<Located> found, Supplier<Located> lookup) {
        try {
            lookups.execute(() -> found.accept(looked(lookup)));
        } catch (RejectedExecutionException full) {
            found.accept(new Located.Nowhere("too many names are being looked up"));
        }
    }

    /** Who waits for a way must hear of it in any case. */
    private static Located looked(Supplier<Located> lookup) {
        try {
            return lookup.get();
        } catch (RuntimeException defect) {
            LOG.error("Looking up a next hop failed", defect);
            return new Located.Nowhere("looking up the next hop failed");
        }
    }

    private static Located located(String name, List<NextHop> hops) {
        List<Place> places = hops.stream()
                .flatMap(hop -> HostAddresses.of(hop).stream())
                .limit(MOST_PLACES)
                .toList();
        return places.isEmpty() ? new Located.Nowhere("there is no host " + name) : new Located.At(places);
    }

    /** Section 4.2: the SRV records of the domain; if there are none, the domain is the host, and the port the usual one. */
    private List<NextHop> hops(String domain, Optional<Transport> wanted) {
        List<Service> services = wanted.map(
                        transport -> List.of(new Service(transport, serviceName(transport, domain))))
                .orElseGet(() -> services(domain));
        for (Service service : services) {
            List<Srv> servers = records.srv(service.name());
            if (!servers.isEmpty()) {
                return hops(service.transport(), servers);
            }
        }
        return List.of(new NextHop(wanted.orElse(Transport.UDP), domain, Destination.SIP_PORT));
    }

    private List<NextHop> hops(Transport transport, List<Srv> servers) {
        List<NextHop> hops = new ArrayList<>();
        for (Srv server : Srv.inOrder(servers, random)) {
            if (!server.target().isEmpty() && server.port() > 0) {
                hops.add(new NextHop(transport, server.target(), server.port()));
            }
        }
        return hops;
    }

    /** Section 4.1: what the NAPTR records name; without one for us, what the domain would be expected to have. */
    private List<Service> services(String domain) {
        List<Service> named = records.naptr(domain).stream()
                .filter(naptr -> naptr.flags().equalsIgnoreCase("s"))
                .sorted(FIRST_WANTED)
                .flatMap(ServerLocator::service)
                .toList();
        return named.isEmpty()
                ? Stream.of(Transport.UDP, Transport.TCP)
                        .map(transport -> new Service(transport, serviceName(transport, domain)))
                        .toList()
                : named;
    }

    private static Stream<Service> service(Naptr naptr) {
        return switch (naptr.service().toUpperCase(Locale.ROOT)) {
            case "SIP+D2U" -> Stream.of(new Service(Transport.UDP, naptr.replacement()));
            case "SIP+D2T" -> Stream.of(new Service(Transport.TCP, naptr.replacement()));
            default -> Stream.empty();
        };
    }

    private static String serviceName(Transport transport, String domain) {
        return "_sip._" + transport.name().toLowerCase(Locale.ROOT) + "." + domain;
    }

    /** A name that may have SRV records, and what they are for. */
    private record Service(Transport transport, String name) {}
}
