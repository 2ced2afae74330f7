package presentry.sip.dns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
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
    private final Cache<Name, Boolean> unanswered = Caffeine.newBuilder()
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
    public List<Naptr> naptr(String domain) {
        return records(domain, Type.NAPTR, NAPTRRecord.class).stream()
                .map(it -> new Naptr(
                        it.getOrder(), it.getPreference(), it.getFlags(), it.getService(), text(it.getReplacement())))
                .toList();
    }

    @Override
    public List<Srv> srv(String name) {
        return records(name, Type.SRV, SRVRecord.class).stream()
                .map(it -> new Srv(it.getPriority(), it.getWeight(), it.getPort(), text(it.getTarget())))
                .toList();
    }

    private <T> List<T> records(String owner, int type, Class<T> kind) {
        Name name;
        try {
            name = Name.fromString(owner, Name.root);
        } catch (TextParseException noName) {
            return List.of();
        }
        if (unanswered.getIfPresent(name) != null) {
            return List.of();
        }
        try {
            return session.lookupAsync(name, type).toCompletableFuture().join().getRecords().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        } catch (CompletionException none) {
            if (!(none.getCause() instanceof LookupFailedException)) {
                unanswered.put(name, true);
                LOG.warn(
                        "No name server told the {} records of {}, so none are used for {} s: {}",
                        Type.string(type),
                        owner,
                        UNANSWERED.toSeconds(),
                        String.valueOf(none.getCause()));
            }
            return List.of();
        }
    }

    private static String text(Name name) {
        return name.toString(true);
    }
}
