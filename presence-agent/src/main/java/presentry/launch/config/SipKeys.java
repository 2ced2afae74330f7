package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.hostPort;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.optional;
import static presentry.launch.config.Kind.word;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.launch.config.Config.SipAuthentication;
import presentry.launch.config.Config.SipTransport;

/** The keys of the group {@code sip}. */
final class SipKeys {
    static final ConfigKey<HostPort> SIP_LISTEN = ConfigKey.of(
            "sip.listen", hostPort(), "Where SIP requests arrive, with every transport.", "127.0.0.1:5065");

    static final ConfigKey<List<SipTransport>> SIP_TRANSPORTS = ConfigKey.of(
            "sip.transports", listOf(choice(SipTransport.class), 1), "What SIP is listened for with.", "udp", "tcp");

    static final ConfigKey<Optional<String>> SIP_PUBLIC_HOST = ConfigKey.of(
            "sip.public-host",
            optional(word("a host name or an IP address", "an IPv6 one in brackets", SipKeys::host)),
            "How others reach this server, for its Via and Contact; needed behind a NAT, or where sip.listen is all"
                    + " addresses and not the right one is found. Empty: the address of sip.listen.",
            "");

    static final ConfigKey<List<HostPort>> SIP_NAME_SERVERS = ConfigKey.of(
            "sip.name-servers",
            listOf(word("HOST:PORT", "", text -> HostPort.parse(text).filter(it -> it.port() > 0)), 0),
            "The name servers that are asked for the records of hosts and domains to send to (RFC 3263). Empty:"
                    + " those of this machine.");

    static final ConfigKey<List<AddressRange>> SIP_TARGETS_ALLOW = ConfigKey.of(
            "sip.targets.allow",
            listOf(IdentityKeys.addressRange(), 0),
            "Addresses to which SIP requests are sent although sip.targets.deny contains them.");

    static final ConfigKey<List<AddressRange>> SIP_TARGETS_DENY = ConfigKey.of(
            "sip.targets.deny",
            listOf(IdentityKeys.addressRange(), 0),
            "Addresses to which no SIP request (NOTIFY, MESSAGE) is sent; checked after DNS. Empty: while SIP and HTTP"
                    + " listen on loopback addresses only, all but loopback; otherwise loopback, link-local, multicast"
                    + " and cloud metadata addresses.");

    static final ConfigKey<SipAuthentication> SIP_AUTH = ConfigKey.of(
            "sip.auth",
            choice(SipAuthentication.class),
            "How the sender of a SIP request becomes known. trusted: by what the proxies of trust.peers assert; "
                    + "requests from elsewhere are answered 403. digest: everybody, wherever he is, proves that he "
                    + "knows the password of his account (RFC 7616, RFC 8760).",
            "trusted");

    static final ConfigKey<List<String>> SIP_MD5_AGENTS = ConfigKey.of(
            "sip.md5-agents",
            listOf(word("the beginning of a User-Agent", "", text -> Optional.of(text)), 0),
            "Clients that give up when they see a challenge with another algorithm than MD5; they are sent that one"
                    + " alone.",
            "baresip");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(
            SIP_LISTEN,
            SIP_TRANSPORTS,
            SIP_PUBLIC_HOST,
            SIP_NAME_SERVERS,
            SIP_AUTH,
            SIP_MD5_AGENTS,
            SIP_TARGETS_ALLOW,
            SIP_TARGETS_DENY);

    private SipKeys() {}

    static Config.Sip bind(ConfigValues values) {
        return new Config.Sip(
                values.get(SIP_LISTEN),
                Set.copyOf(values.get(SIP_TRANSPORTS)),
                values.get(SIP_PUBLIC_HOST),
                values.get(SIP_NAME_SERVERS),
                new SipTargets(values.get(SIP_TARGETS_ALLOW), values.get(SIP_TARGETS_DENY)),
                values.get(SIP_AUTH),
                values.get(SIP_MD5_AGENTS));
    }

    /** What may stand before the port of a Via (RFC 3261, section 25.1: {@code host}). */
    private static Optional<String> host(String text) {
        return Optional.of(text)
                .filter(it -> it.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}]"));
    }
}
