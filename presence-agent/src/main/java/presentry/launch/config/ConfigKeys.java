package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.count;
import static presentry.launch.config.Kind.flag;
import static presentry.launch.config.Kind.folder;
import static presentry.launch.config.Kind.hostPort;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.optional;
import static presentry.launch.config.Kind.seconds;
import static presentry.launch.config.Kind.word;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import presentry.launch.config.Config.HttpAuthentication;
import presentry.launch.config.Config.SipAuthentication;
import presentry.launch.config.Config.SipTransport;
import presentry.policy.model.PolicyDefault;
import presentry.uri.CanonicalUri;
import presentry.uri.DomainName;

/** Every key there is, with its range, default and meaning. Add one here, then to {@link Config} and the sample. */
final class ConfigKeys {
    /** The longest minimum that a 423 may demand (RFC 6665, section 4.2.1.1). */
    private static final int HOUR = 3_600;

    private static final int WEEK = 604_800;
    private static final int MEBIBYTE = 1 << 20;
    private static final String[] LOOPBACK = {"127.0.0.0/8", "::1"};

    static final ConfigKey<List<String>> DOMAINS = key(
            "domains",
            listOf(word("a domain name", "", DomainName::toAscii), 1),
            "The domains whose users are served here. Requests for other domains are answered 404.",
            "example.com");

    static final ConfigKey<Path> DATA = key(
            "data",
            folder(),
            "The folder of everything stored. It is made if it is missing, and locked against a second server.",
            "data");

    static final ConfigKey<HostPort> SIP_LISTEN =
            key("sip.listen", hostPort(), "Where SIP requests arrive, with every transport.", "127.0.0.1:5065");

    static final ConfigKey<List<SipTransport>> SIP_TRANSPORTS = key(
            "sip.transports", listOf(choice(SipTransport.class), 1), "What SIP is listened for with.", "udp", "tcp");

    static final ConfigKey<SipAuthentication> SIP_AUTH = key(
            "sip.auth",
            choice(SipAuthentication.class),
            "How the sender of a SIP request becomes known. trusted: by what the proxies of trust.peers assert; "
                    + "requests from elsewhere are answered 403.",
            "trusted");

    static final ConfigKey<HostPort> HTTP_LISTEN =
            key("http.listen", hostPort(), "Where HTTP requests arrive.", "127.0.0.1:8080");

    static final ConfigKey<String> HTTP_XCAP_ROOT = key(
            "http.xcap-root",
            word(
                    "a path",
                    "with a leading slash and no trailing one",
                    path -> Optional.of(path).filter(it -> it.matches("(/[A-Za-z0-9._-]+)+"))),
            "The path of the XCAP root (RFC 4825, section 6.1).",
            "/xcap-root");

    static final ConfigKey<HttpAuthentication> HTTP_AUTH = key(
            "http.auth",
            choice(HttpAuthentication.class),
            "How the sender of an HTTP request becomes known. none: not at all, each request acts as the owner of the "
                    + "tree it names.",
            "none");

    static final ConfigKey<Boolean> HTTP_ALLOW_NON_LOOPBACK = key(
            "http.allow-non-loopback",
            flag(),
            "Whether http.listen may be an address that other machines reach although nobody is authenticated.",
            "false");

    static final ConfigKey<List<AddressRange>> TRUST_PEERS = key(
            "trust.peers",
            listOf(addressRange(), 0),
            "The proxies whose P-Asserted-Identity tells who the sender is (RFC 3325).",
            LOOPBACK);

    static final ConfigKey<List<AddressRange>> TRUST_FROM = key(
            "trust.from",
            listOf(addressRange(), 0),
            "The proxies among trust.peers whose From tells who the sender is when nothing is asserted.",
            LOOPBACK);

    static final ConfigKey<PolicyDefault> POLICY_DEFAULT = key(
            "policy.default",
            choice(PolicyDefault.class),
            "What decides about a watcher of whom no matching rule says how to treat him. mutual: allowed while the "
                    + "presentity watches him in turn, else pending. rfc: blocked if the presentity has rules, else "
                    + "pending. confirm: pending. block: refused. allow: allowed.",
            "mutual");

    static final ConfigKey<Boolean> POLICY_LEGACY = key(
            "policy.legacy-common-policy",
            flag(),
            "Whether rule documents in the dialect that predates RFC 4745 are accepted and obeyed.",
            "true");

    static final ConfigKey<Boolean> POLICY_ACCEPT_UNAUTHENTICATED = key(
            "policy.accept-unauthenticated",
            flag(),
            "Whether a watcher without an identity reaches the rules at all; otherwise he is answered 403.",
            "false");

    static final ConfigKey<Duration> MUTUAL_LINGER = key(
            "mutual.linger",
            seconds(0, WEEK),
            "How long a subscription that expired still counts for the mutual default, for users whose devices sleep.",
            "0");

    static final ConfigKey<Duration> SUBSCRIBE_STANDARD = key(
            "subscribe.default-expires",
            seconds(1, WEEK),
            "How long a subscription lives that asks for no duration.",
            "3600");

    static final ConfigKey<Duration> SUBSCRIBE_MIN = key(
            "subscribe.min-expires",
            seconds(1, HOUR),
            "The shortest subscription; asking for less (but not for 0) is answered 423.",
            "60");

    static final ConfigKey<Duration> SUBSCRIBE_MAX = key(
            "subscribe.max-expires",
            seconds(1, WEEK),
            "The longest subscription; what asks for more is cut to it.",
            "3600");

    static final ConfigKey<Integer> SUBSCRIBE_TIMEOUTS = key(
            "subscribe.timeouts-to-drop",
            count("NOTIFYs", 1, 1000),
            "How many NOTIFYs in a row that are not answered end a subscription.",
            "3");

    static final ConfigKey<Duration> PUBLISH_STANDARD = key(
            "publish.default-expires",
            seconds(1, WEEK),
            "How long a publication lives that asks for no duration.",
            "3600");

    static final ConfigKey<Duration> PUBLISH_MIN = key(
            "publish.min-expires",
            seconds(1, HOUR),
            "The shortest publication; asking for less (but not for 0) is answered 423.",
            "60");

    static final ConfigKey<Duration> PUBLISH_MAX = key(
            "publish.max-expires",
            seconds(1, WEEK),
            "The longest publication; what asks for more is cut to it.",
            "3600");

    static final ConfigKey<Optional<String>> MESSAGE_NEXT_HOP = key(
            "message.next-hop",
            optional(word("a SIP URI", "", ConfigKeys::sipUri)),
            "Where a MESSAGE goes that is allowed and names no further Route. Empty: such a MESSAGE is answered 404.",
            "");

    static final ConfigKey<Integer> MAX_DOCUMENT_BYTES = key(
            "limits.max-document-bytes",
            count("octets", 1024, 64 * MEBIBYTE),
            "The largest XCAP document; a larger one is answered 413.",
            "1048576");

    static final ConfigKey<Integer> MAX_BODY_BYTES = key(
            "limits.max-body-bytes",
            count("octets", 1024, 4 * MEBIBYTE),
            "The largest body of a SIP request; a larger one is answered 413.",
            "65536");

    static final ConfigKey<Integer> MAX_WATCHERS = key(
            "limits.max-watchers-per-presentity",
            count("subscriptions", 1, 1_000_000),
            "How many subscriptions there may be to one user; the next is answered 403.",
            "10000");

    static final ConfigKey<Integer> MAX_SUBSCRIPTIONS = key(
            "limits.max-subscriptions-per-watcher",
            count("subscriptions", 1, 10_000),
            "How many subscriptions one watcher may hold to the same user; the next is answered 403.",
            "32");

    static final ConfigKey<Integer> MAX_PUBLICATIONS = key(
            "limits.max-publications-per-user",
            count("publications", 1, 10_000),
            "How many publications of one user may live at a time; the next is answered 403.",
            "64");

    static final ConfigKey<Integer> MAILBOX_CAPACITY = key(
            "limits.mailbox-capacity",
            count("requests", 16, 1_000_000),
            "How many requests may wait for one shard; the next is answered 500 with Retry-After.",
            "4096");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(
            DOMAINS,
            DATA,
            SIP_LISTEN,
            SIP_TRANSPORTS,
            SIP_AUTH,
            HTTP_LISTEN,
            HTTP_XCAP_ROOT,
            HTTP_AUTH,
            HTTP_ALLOW_NON_LOOPBACK,
            TRUST_PEERS,
            TRUST_FROM,
            POLICY_DEFAULT,
            POLICY_LEGACY,
            POLICY_ACCEPT_UNAUTHENTICATED,
            MUTUAL_LINGER,
            SUBSCRIBE_STANDARD,
            SUBSCRIBE_MIN,
            SUBSCRIBE_MAX,
            SUBSCRIBE_TIMEOUTS,
            PUBLISH_STANDARD,
            PUBLISH_MIN,
            PUBLISH_MAX,
            MESSAGE_NEXT_HOP,
            MAX_DOCUMENT_BYTES,
            MAX_BODY_BYTES,
            MAX_WATCHERS,
            MAX_SUBSCRIPTIONS,
            MAX_PUBLICATIONS,
            MAILBOX_CAPACITY);

    private ConfigKeys() {}

    private static <T> ConfigKey<T> key(String name, Kind<T> kind, String sentence, String... standard) {
        return new ConfigKey<>(name, kind, List.of(standard), sentence);
    }

    private static Kind<AddressRange> addressRange() {
        return word("an IP address or a range such as 10.0.0.0/8", "", AddressRange::parse);
    }

    private static Optional<String> sipUri(String text) {
        return CanonicalUri.parse(text)
                .filter(uri -> uri.scheme().equals("sip") && uri.host().isPresent())
                .map(uri -> text);
    }
}
