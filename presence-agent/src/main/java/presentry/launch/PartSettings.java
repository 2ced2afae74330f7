package presentry.launch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import presentry.account.DigestSettings;
import presentry.agent.endpoint.EndpointSettings;
import presentry.agent.endpoint.SenderProof;
import presentry.agent.endpoint.Trust;
import presentry.agent.event.Lifetimes;
import presentry.agent.presentity.Patience;
import presentry.agent.presentity.PresentityLimits;
import presentry.agent.presentity.PresentityOptions;
import presentry.launch.config.AddressRange;
import presentry.launch.config.Config;
import presentry.policy.PolicyOptions;
import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;
import presentry.sip.SipSettings;
import presentry.sip.transport.Listen;
import presentry.sip.transport.Transport;
import presentry.sip.transport.TransportLimits;
import presentry.uri.DomainName;
import presentry.xcap.address.SelectorLimits;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.http.HttpSettings;

/** What the configuration means to each part, in the part's own words. */
record PartSettings(Config config) {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int REMEMBERED_NONCES = 100_000;
    private static final int MAX_TRANSACTIONS = 500_000;
    private static final int MAX_HTTP_HEADER_BYTES = 16 << 10;
    private static final Duration HTTP_IDLE = Duration.ofSeconds(30);
    private static final Duration HTTP_BODY = Duration.ofSeconds(60);

    Set<String> domains() {
        return config.domains().stream()
                .map(domain -> DomainName.toAscii(domain).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    PolicyOptions policy() {
        return new PolicyOptions(new Dialect(config.policy().legacyCommonPolicy(), false), RuleLimits.DEFAULT);
    }

    Lifetimes subscriptions() {
        Config.Subscribe keys = config.subscribe();
        return new Lifetimes(keys.standard(), keys.min(), keys.max());
    }

    Lifetimes publications() {
        Config.Publish keys = config.publish();
        return new Lifetimes(keys.standard(), keys.min(), keys.max());
    }

    PresentityLimits presentity() {
        return new PresentityLimits(
                config.limits().maxWatchersPerPresentity(),
                config.limits().maxSubscriptionsPerWatcher(),
                config.limits().maxPublicationsPerUser(),
                config.mutual().linger());
    }

    PresentityOptions presentities() {
        return new PresentityOptions(
                switch (config.notifications().onTimeout()) {
                    case KEEP -> Patience.keep(config.notifications().timeoutsToDrop());
                    case DROP -> Patience.DROP;
                    case PROBATION -> Patience.PROBATION;
                },
                config.notifications().maxRates(),
                Set.copyOf(config.publish().agents()),
                config.publish().lastSeen(),
                config.subscribe().giveUpAfter());
    }

    /** The domain of those who leave theirs out. */
    String homeDomain() {
        return DomainName.toAscii(config.domains().getFirst()).orElseThrow();
    }

    DigestSettings digest() {
        Config.Auth keys = config.auth();
        return new DigestSettings(
                keys.realm(), homeDomain(), keys.digestWithoutQop(), keys.nonceLifetime(), REMEMBERED_NONCES);
    }

    Predicate<InetAddress> trustedPeers() {
        return anyOf(config.trust().peers());
    }

    /** @param proof how senders prove who they are, if they must */
    EndpointSettings endpoint(Optional<SenderProof> proof) {
        return new EndpointSettings(
                domains(),
                new Trust(trustedPeers(), anyOf(config.trust().from())),
                proof,
                config.policy().acceptUnauthenticated(),
                config.limits().maxBodyBytes(),
                config.message().nextHop(),
                RETRY_AFTER);
    }

    SipSettings sip() {
        List<Listen> listens = config.sip().transports().stream()
                .map(transport -> new Listen(
                        switch (transport) {
                            case UDP -> Transport.UDP;
                            case TCP -> Transport.TCP;
                        },
                        config.sip().listen().host(),
                        config.sip().listen().port()))
                .toList();
        return new SipSettings(
                listens, Optional.empty(), domains(), "Presentry", TransportLimits.DEFAULT, MAX_TRANSACTIONS);
    }

    XcapUriReader xcapUris() {
        return new XcapUriReader(List.of(xcapRoot()), SelectorLimits.DEFAULT);
    }

    /** A user without a domain belongs to the first one served. */
    XcapRoot xcapRoot() {
        return new XcapRoot(config.http().xcapRoot(), config.domains().getFirst());
    }

    HttpSettings http() {
        return new HttpSettings(
                config.http().listen().host(),
                config.http().listen().port(),
                config.limits().maxDocumentBytes(),
                MAX_HTTP_HEADER_BYTES,
                HTTP_IDLE,
                HTTP_BODY);
    }

    private static Predicate<InetAddress> anyOf(List<AddressRange> ranges) {
        return address -> ranges.stream().anyMatch(range -> range.contains(address));
    }
}
