package presentry.sip.dns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import presentry.sip.routing.Naptr;
import presentry.sip.routing.ServiceRecords;
import presentry.sip.routing.Srv;

/** Asks name servers, and keeps what they say for as long as they allow. */
public final class DnsServiceRecords implements ServiceRecords {
    private static final Logger LOG = LoggerFactory.getLogger(DnsServiceRecords.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Who got no answer goes on without records at once for this long. */
    private static final Duration UNANSWERED = Duration.ofSeconds(30);

    private static final int MOST_KEPT = 10_000;

    private final LookupSession session;
    private final HostsFileParser hosts = new HostsFileParser();
    private final Cache<Question, Boolean> unanswered = Caffeine.newBuilder()
            .expireAfterWrite(UNANSWERED)
            .maximumSize(MOST_KEPT)
            .build();

    /**
     * Records from {@code nameServers}.
     *
     * @param nameServers asked one after the other; those of the machine if there are none
     */
    public DnsServiceRecords(List<InetSocketAddress> nameServers) {
        ExtendedResolver resolver = nameServers.isEmpty()
                ? new ExtendedResolver()
                : new ExtendedResolver(
                        nameServers.stream().<Resolver>map(SimpleResolver::new).toList());
        resolver.setTimeout(PATIENCE);
        resolver.setRetries(1);
        org.xbill.DNS.Cache answers = new org.xbill.DNS.Cache(DClass.IN);
        answers.setMaxEntries(MOST_KEPT);
        this.session = LookupSession.builder().resolver(resolver).cache(answers).build();
    }

    @Override
    public CompletableFuture<List<Naptr>> naptr(String domain) {
        return records(
                domain,
                Type.NAPTR,
                NAPTRRecord.class,
                it -> new Naptr(
                        it.getOrder(), it.getPreference(), it.getFlags(), it.getService(), text(it.getReplacement())));
    }

    @Override
    public CompletableFuture<List<Srv>> srv(String name) {
        return records(
                name,
                Type.SRV,
                SRVRecord.class,
                it -> new Srv(it.getPriority(), it.getWeight(), it.getPort(), text(it.getTarget())));
    }

    @Override
    public CompletableFuture<List<InetAddress>> addresses(String host) {
        List<InetAddress> local = ofThisMachine(host);
        if (!local.isEmpty()) {
            return CompletableFuture.completedFuture(local);
        }
        return records(host, Type.A, ARecord.class, ARecord::getAddress)
                .thenCombine(
                        records(host, Type.AAAA, AAAARecord.class, AAAARecord::getAddress),
                        (version4, version6) -> Stream.concat(version4.stream(), version6.stream())
                                .toList());
    }

    /** What the hosts file says; and localhost is this machine in any case (RFC 6761, section 6.3). */
    private List<InetAddress> ofThisMachine(String host) {
        try {
            Name name = Name.fromString(host, Name.root);
            List<InetAddress> listed = Stream.concat(
                            hosts.getAddressForHost(name, Type.A).stream(),
                            hosts.getAddressForHost(name, Type.AAAA).stream())
                    .toList();
            return listed.isEmpty() && host.equalsIgnoreCase("localhost")
                    ? List.of(InetAddress.getLoopbackAddress())
                    : listed;
        } catch (IOException unreadable) {
            return host.equalsIgnoreCase("localhost") ? List.of(InetAddress.getLoopbackAddress()) : List.of();
        }
    }

    private <R, T> CompletableFuture<List<T>> records(String owner, int type, Class<R> kind, Function<R, T> value) {
        Name name;
        try {
            name = Name.fromString(owner, Name.root);
        } catch (TextParseException noName) {
            return CompletableFuture.completedFuture(List.of());
        }
        Question question = new Question(name, type);
        if (unanswered.getIfPresent(question) != null) {
            return CompletableFuture.completedFuture(List.of());
        }
        return session.lookupAsync(name, type)
                .toCompletableFuture()
                .thenApply(answer -> answer.getRecords().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .map(value)
                        .toList())
                .exceptionally(failure -> none(question, failure));
    }

    private <T> List<T> none(Question question, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof LookupFailedException)) {
            unanswered.put(question, true);
            LOG.warn(
                    "No name server told the {} records of {}, so none are used for {} s: {}",
                    Type.string(question.type()),
                    question.name(),
                    UNANSWERED.toSeconds(),
                    String.valueOf(cause));
        }
        return List.of();
    }

    private static String text(Name name) {
        return name.toString(true);
    }

    /** What a name server is asked. */
    private record Question(Name name, int type) {}
}
