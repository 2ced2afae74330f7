package presentry.launch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import presentry.account.DigestSettings;
import presentry.agent.endpoint.EndpointSettings;
import presentry.agent.endpoint.SenderProof;
import presentry.agent.endpoint.Trust;
import presentry.agent.event.EventPackage;
import presentry.agent.event.Lifetimes;
import presentry.agent.presentity.Patience;
import presentry.agent.presentity.PresentityLimits;
import presentry.agent.presentity.PresentityOptions;
import presentry.agent.presentity.WaitingLimits;
import presentry.launch.config.AddressRange;
import presentry.launch.config.Config;
import presentry.launch.config.Config.CertificateFiles;
import presentry.launch.config.GrantedAccess;
import presentry.launch.config.HostPort;
import presentry.launch.config.HttpLimits;
import presentry.launch.policy.ServerOptions;
import presentry.policy.PolicyOptions;
import presentry.schemas.XmlLimits;
import presentry.sip.SipSettings;
import presentry.sip.transport.Listen;
import presentry.sip.transport.Transport;
import presentry.sip.transport.TransportLimits;
import presentry.uri.Aor;
import presentry.uri.DomainName;
import presentry.uri.ServedDomains;
import presentry.xcap.address.SelectorLimits;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.http.HttpSettings;
import presentry.xcap.http.TlsCertificate;
import presentry.xcap.http.TlsSettings;
import presentry.xcap.service.XcapLimits;
import presentry.xcap.store.Retention;
import presentry.xcap.usage.Access;
import presentry.xcap.usage.Grant;

/** What the configuration means to each part, in the part's own words. */
record PartSettings(Config config) {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int REMEMBERED_NONCES = 100_000;
    private static final int MAX_TRANSACTIONS = 500_000;
    private static final Duration CERTIFICATE_REREADING = Duration.ofMinutes(1);

    Set<String> domains() {
        return config.domains().stream()
                .map(domain -> DomainName.toAscii(domain).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    PolicyOptions policy() {
        return ServerOptions.policy(config.policy());
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
                config.limits().maxComposedBytes(),
                config.mutual().linger(),
                waiting());
    }

    private WaitingLimits waiting() {
        return new WaitingLimits(
                config.limits().maxWaitingWatchers(),
                config.winfo().offlineExpires(),
                config.winfo().deleteOn2xx());
    }

    /** Who may subscribe to watcher information. */
    EventPackage.Admission winfoAdmission() {
        return switch (config.winfo().authorization()) {
            case IMPLICIT -> EventPackage.Admission.OWNER_ONLY;
            case NONE -> EventPackage.Admission.EVERYBODY;
        };
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

    /** SIP over TLS is not spoken yet, so `tls` names nothing here. */
    private Set<Transport> trustedTransports() {
        Set<Transport> transports = EnumSet.noneOf(Transport.class);
        for (Config.TrustedTransport one : config.trust().transports()) {
            switch (one) {
                case UDP -> transports.add(Transport.UDP);
                case TCP -> transports.add(Transport.TCP);
                case TLS -> {}
            }
        }
        return transports;
    }

    /** @param proof how senders prove who they are, if they must */
    EndpointSettings endpoint(Optional<SenderProof> proof) {
        return new EndpointSettings(
                new ServedDomains(domains()),
                new Trust(trustedPeers(), anyOf(config.trust().from()), trustedTransports()),
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
                listens,
                config.sip().publicHost(),
                domains(),
                nameServers(),
                "Presentry",
                TransportLimits.DEFAULT.withBodies(config.limits().maxBodyBytes()),
                MAX_TRANSACTIONS,
                config.sip().targets().reachable(listening()));
    }

    private Stream<String> listening() {
        return Stream.of(
                        Stream.of(config.sip().listen(), config.http().listen()),
                        config.http().tls().stream().map(Config.Tls::listen))
                .flatMap(places -> places)
                .map(HostPort::host);
    }

    private List<InetSocketAddress> nameServers() {
        return config.sip().nameServers().stream()
                .map(server -> new InetSocketAddress(server.host(), server.port()))
                .toList();
    }

    XcapUriReader xcapUris() {
        Stream<XcapRoot> aliases = config.http().xcapRootAliases().stream()
                .map(alias -> new XcapRoot(alias.path(), alias.domain().orElse(homeDomain())));
        return new XcapUriReader(Stream.concat(Stream.of(xcapRoot()), aliases).toList(), selectorLimits());
    }

    private SelectorLimits selectorLimits() {
        return new SelectorLimits(
                config.httpLimits().selectorLength(), config.httpLimits().selectorSteps());
    }

    List<Grant> grants() {
        return config.xcap().grants().stream()
                .map(granted -> new Grant(
                        granted.to(),
                        granted.write() ? Access.WRITE : Access.READ,
                        granted.auid(),
                        switch (granted.whose()) {
                            case GrantedAccess.Whose.AnyUser anybody -> new Grant.Whose.AnyUser();
                            case GrantedAccess.Whose.OneUser(Aor user) -> new Grant.Whose.OneUser(user);
                            case GrantedAccess.Whose.Global everybody -> new Grant.Whose.Global();
                        }))
                .toList();
    }

    /** A user without a domain belongs to the first one served. */
    XcapRoot xcapRoot() {
        return new XcapRoot(config.http().xcapRoot(), config.domains().getFirst());
    }

    Retention changes() {
        return new Retention(config.changes().age(), config.changes().rows());
    }

    HttpSettings http() {
        return new HttpSettings(
                config.http().listen().host(),
                config.http().listen().port(),
                config.http().tls().map(PartSettings::tls),
                config.limits().maxDocumentBytes(),
                config.httpLimits().requestHeadBytes(),
                config.httpLimits().idleTime(),
                config.httpLimits().bodyTime(),
                config.httpLimits().requestsPerSecond(),
                trustedPeers());
    }

    private static TlsSettings tls(Config.Tls tls) {
        return new TlsSettings(
                tls.listen().host(),
                tls.listen().port(),
                () -> switch (tls.files()) {
                    case CertificateFiles.Pem(Path certificate, Path key) -> TlsCertificate.pem(certificate, key);
                    case CertificateFiles.Pkcs12(Path file, Path password) -> TlsCertificate.pkcs12(file, password);
                },
                CERTIFICATE_REREADING);
    }

    /** A document has never more characters than octets. */
    XmlLimits xml() {
        HttpLimits limits = config.httpLimits();
        return new XmlLimits(
                config.limits().maxDocumentBytes(),
                limits.documentDepth(),
                limits.attributesPerElement(),
                limits.nameLength());
    }

    XcapLimits xcapLimits() {
        return new XcapLimits(
                xml(),
                config.httpLimits().documentsPerUser(),
                config.httpLimits().rulesBytesPerUser(),
                config.httpLimits().requestsInALine());
    }

    private static Predicate<InetAddress> anyOf(List<AddressRange> ranges) {
        return address -> ranges.stream().anyMatch(range -> range.contains(address));
    }
}
