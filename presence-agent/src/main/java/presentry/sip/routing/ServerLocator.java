package presentry.sip.routing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
 * else by the host alone. No thread waits for a name server. Thread-safe.
 */
public final class ServerLocator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLocator.class);

    /** So many places are tried for one request at most; more would outlast its transaction upstream. */
    private static final int MOST_PLACES = 8;

    /** So many URIs are looked up at a time; each holds a few sockets. Others are refused at once. */
    private static final int MOST_UNDER_WAY = 256;

    /** The longest that looking up one URI takes, all its questions together. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Comparator<Naptr> FIRST_WANTED =
            Comparator.comparingInt(Naptr::order).thenComparingInt(Naptr::preference);

    private final ServiceRecords records;
    private final RandomGenerator random;
    private final Executor continuations;
    private final Map<Long, CompletableFuture<Located>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private volatile boolean closed;

    /**
     * A locator.
     *
     * @param random draws among servers of one priority
     * @param continuations where the results of look-ups are handed on
     */
    public ServerLocator(ServiceRecords records, RandomGenerator random, Executor continuations) {
        this.records = records;
        this.random = random;
        this.continuations = continuations;
    }

    /** Gives the places of {@code uri}: at once for an address, else later on the executor; never after {@link #close}. */
    public void locate(SipUri uri, Consumer<Located> found) {
        switch (Destination.of(uri)) {
            case Destination.Impossible(String sentence) -> found.accept(new Located.Nowhere(sentence));
            case Destination.Exact(NextHop hop)
            when HostAddresses.isLiteral(hop.host()) ->
                found.accept(located(hop.host(), places(hop, HostAddresses.ofLiteral(hop.host()))));
            case Destination.Exact(NextHop hop) -> later(found, () -> located(hop.host(), List.of(hop)));
            case Destination.OfDomain(String domain, Optional<Transport> transport) ->
                later(found, () -> hops(domain, transport).thenCompose(hops -> located(domain, hops)));
        }
    }

    /** Cancels all look-ups that are under way; whoever waits for one hears nothing. */
    @Override
    public void close() {
        closed = true;
        underWay.values().forEach(lookup -> lookup.cancel(false));
    }

    private void later(Consumer<Located> found, Supplier<CompletableFuture<Located>> lookup) {
        if (!room.tryAcquire()) {
            found.accept(new Located.Nowhere("too many names are being looked up"));
            return;
        }
        CompletableFuture<Located> result = started(lookup)
                .exceptionally(ServerLocator::failed)
                .completeOnTimeout(
                        new Located.Nowhere("looking up the next hop took too long"),
                        LONGEST.toSeconds(),
                        TimeUnit.SECONDS);
        long number = numbers.incrementAndGet();
        underWay.put(number, result);
        var unused = result.whenComplete((located, failure) -> {
                    underWay.remove(number);
                    room.release();
                })
                .thenAccept(located -> handOn(found, located));
        if (closed) {
            result.cancel(false);
        }
    }

    private void handOn(Consumer<Located> found, Located located) {
        try {
            continuations.execute(() -> found.accept(located));
        } catch (RejectedExecutionException stopped) {
            found.accept(new Located.Nowhere("the server stops"));
        }
    }

    private static CompletableFuture<Located> started(Supplier<CompletableFuture<Located>> lookup) {
        try {
            return lookup.get();
        } catch (RuntimeException defect) {
            return CompletableFuture.failedFuture(defect);
        }
    }

    /** Who waits for a way must hear of it in any case. */
    private static Located failed(Throwable defect) {
        LOG.error("Looking up a next hop failed", defect);
        return new Located.Nowhere("looking up the next hop failed");
    }

    private CompletableFuture<Located> located(String name, List<NextHop> hops) {
        List<CompletableFuture<List<Place>>> asked =
                hops.stream().limit(MOST_PLACES).map(this::places).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(all -> located(name, asked.stream().flatMap(it -> it.join().stream())));
    }

    private static Located located(String name, Stream<Place> found) {
        List<Place> places = found.limit(MOST_PLACES).toList();
        return places.isEmpty() ? new Located.Nowhere("there is no host " + name) : new Located.At(places);
    }

    private CompletableFuture<List<Place>> places(NextHop hop) {
        return HostAddresses.isLiteral(hop.host())
                ? CompletableFuture.completedFuture(
                        places(hop, HostAddresses.ofLiteral(hop.host())).toList())
                : records.addresses(hop.host())
                        .thenApply(addresses -> places(hop, addresses).toList());
    }

    private static Stream<Place> places(NextHop hop, List<InetAddress> addresses) {
        return addresses.stream()
                .map(address -> new Place(hop.transport(), new InetSocketAddress(address, hop.port())));
    }

    /** Section 4.2: the SRV records of the domain; if there are none, the domain is the host, and the port the usual one. */
    private CompletableFuture<List<NextHop>> hops(String domain, Optional<Transport> wanted) {
        NextHop host = new NextHop(wanted.orElse(Transport.UDP), domain, Destination.SIP_PORT);
        if (HostAddresses.isKnownWithoutDns(domain)) {
            return CompletableFuture.completedFuture(List.of(host));
        }
        return wanted.map(transport -> CompletableFuture.completedFuture(
                        List.of(new Service(transport, serviceName(transport, domain)))))
                .orElseGet(() -> services(domain))
                .thenCompose(services -> hops(services, host));
    }

    private CompletableFuture<List<NextHop>> hops(List<Service> services, NextHop host) {
        if (services.isEmpty()) {
            return CompletableFuture.completedFuture(List.of(host));
        }
        Service first = services.getFirst();
        return records.srv(first.name())
                .thenCompose(servers -> servers.isEmpty()
                        ? hops(services.subList(1, services.size()), host)
                        : CompletableFuture.completedFuture(hops(first.transport(), servers)));
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
    private CompletableFuture<List<Service>> services(String domain) {
        return records.naptr(domain).thenApply(records -> services(domain, records));
    }

    private static List<Service> services(String domain, List<Naptr> records) {
        List<Service> named = records.stream()
                .filter(naptr -> naptr.flags().equalsIgnoreCase("s"))
                .sorted(FIRST_WANTED)
                .flatMap(ServerLocator::service)
                .limit(MOST_PLACES)
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
