package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.flag;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.optional;
import static presentry.launch.config.Kind.seconds;
import static presentry.launch.config.Kind.word;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of the groups {@code auth} and {@code trust}: how it becomes known who sent a request. */
final class IdentityKeys {
    private static final int DAY = 86_400;
    private static final String[] LOOPBACK = {"127.0.0.0/8", "::1"};

    static final ConfigKey<Optional<String>> AUTH_REALM = ConfigKey.of(
            "auth.realm",
            optional(word(
                    "a realm",
                    "1 to 64 letters, digits, spaces or . _ @ -",
                    text -> Optional.of(text).filter(it -> it.matches("[A-Za-z0-9._@ -]{1,64}")))),
            "The realm in which passwords count. They are stored hashed with it: after a change each must be set anew. "
                    + "Empty: the first of domains.",
            "");

    static final ConfigKey<Boolean> AUTH_WITHOUT_QOP = ConfigKey.of(
            "auth.digest-without-qop",
            flag(),
            "Whether Digest is taken also in its form without qop, for old clients; a nonce then serves one request.",
            "false");

    static final ConfigKey<Duration> AUTH_NONCE_LIFETIME = ConfigKey.of(
            "auth.nonce-lifetime",
            seconds(1, DAY),
            "How long a Digest nonce is good; after that the client is given a fresh one, and the user sees nothing of"
                    + " it.",
            "300");

    static final ConfigKey<List<AddressRange>> TRUST_PEERS = ConfigKey.of(
            "trust.peers",
            listOf(addressRange(), 0),
            "The proxies whose P-Asserted-Identity, or X-3GPP-Asserted-Identity over HTTP, tells who the sender is.",
            LOOPBACK);

    static final ConfigKey<List<AddressRange>> TRUST_FROM = ConfigKey.of(
            "trust.from",
            listOf(addressRange(), 0),
            "The proxies among trust.peers whose From tells who the sender is when nothing is asserted.",
            LOOPBACK);

    static final ConfigKey<List<Config.TrustedTransport>> TRUST_TRANSPORTS = ConfigKey.of(
            "trust.transports",
            listOf(choice(Config.TrustedTransport.class), 0),
            "The transports on which the proxies of trust.peers are believed over SIP. Anybody can write a proxy's"
                + " address on a UDP datagram: add udp only where the network keeps others from doing so. Proxies of"
                + " this machine are believed on every transport.",
            "tcp",
            "tls");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL =
            List.of(AUTH_REALM, AUTH_WITHOUT_QOP, AUTH_NONCE_LIFETIME, TRUST_PEERS, TRUST_FROM, TRUST_TRANSPORTS);

    private IdentityKeys() {}

    static Config.Auth bindAuth(ConfigValues values) {
        return new Config.Auth(
                values.get(AUTH_REALM)
                        .orElseGet(() -> values.get(ServerKeys.DOMAINS).getFirst()),
                values.get(AUTH_WITHOUT_QOP),
                values.get(AUTH_NONCE_LIFETIME));
    }

    static Config.Trust bindTrust(ConfigValues values) {
        return new Config.Trust(
                values.get(TRUST_PEERS), values.get(TRUST_FROM), Set.copyOf(values.get(TRUST_TRANSPORTS)));
    }

    static Kind<AddressRange> addressRange() {
        return word("an IP address or a range such as 10.0.0.0/8", "", AddressRange::parse);
    }
}
