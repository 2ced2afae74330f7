package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.flag;
import static presentry.launch.config.Kind.hostPort;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.word;

import java.util.List;
import java.util.Optional;
import presentry.launch.config.Config.HttpAuthentication;
import presentry.launch.config.Config.MetricsReaders;
import presentry.uri.Aor;

/** The keys of the group {@code http}. */
final class HttpKeys {
    static final ConfigKey<HostPort> HTTP_LISTEN =
            ConfigKey.of("http.listen", hostPort(), "Where HTTP requests arrive.", "127.0.0.1:8080");

    static final ConfigKey<String> HTTP_XCAP_ROOT = ConfigKey.of(
            "http.xcap-root",
            word(
                    "a path",
                    "with a leading slash and no trailing one",
                    path -> Optional.of(path)
                            .filter(it -> RootAlias.PATH.matcher(it).matches())),
            "The path of the XCAP root (RFC 4825, section 6.1).",
            "/xcap-root");

    static final ConfigKey<List<RootAlias>> HTTP_XCAP_ROOT_ALIASES = ConfigKey.of(
            "http.xcap-root-aliases",
            listOf(word("a path, or a path and a domain with a blank between", "", RootAlias::parse), 0),
            "Further paths of the same root. The domain is that of users whose identifier has none; without it, the "
                    + "first of domains.");

    static final ConfigKey<HttpAuthentication> HTTP_AUTH = ConfigKey.of(
            "http.auth",
            choice(HttpAuthentication.class),
            "How the sender of an HTTP request becomes known. none: not at all, each request acts as the owner of the "
                    + "tree it names. basic: by the password of an account, over TLS or from this machine only. "
                    + "digest: by a proof that he knows it (RFC 7616). trusted: by the X-3GPP-Asserted-Identity of "
                    + "the proxies of trust.peers.",
            "none");

    static final ConfigKey<List<String>> HTTP_MD5_AGENTS = ConfigKey.of(
            "http.md5-agents",
            listOf(word("the beginning of a User-Agent", "", text -> Optional.of(text)), 0),
            "Clients that give up when the first challenge they see has another algorithm than MD5; they are sent that"
                    + " one alone.",
            "python-xcaplib",
            "Python-urllib");

    static final ConfigKey<List<Aor>> HTTP_ADMINISTRATORS = ConfigKey.of(
            "http.administrators",
            listOf(word("the SIP URI of a user", "", HttpKeys::user), 0),
            "The users who may read and write each tree, once they are known by http.auth.");

    static final ConfigKey<Boolean> HTTP_ALLOW_NON_LOOPBACK = ConfigKey.of(
            "http.allow-non-loopback",
            flag(),
            "Whether http.listen may be an address that other machines reach although nobody is authenticated.",
            "false");

    static final ConfigKey<MetricsReaders> HTTP_METRICS = ConfigKey.of(
            "http.metrics",
            choice(MetricsReaders.class),
            "Who may read the figures at /metrics. loopback: the programs of this machine; administrators: who may use"
                    + " /api; nobody.",
            "loopback");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(
            HTTP_LISTEN,
            HTTP_XCAP_ROOT,
            HTTP_XCAP_ROOT_ALIASES,
            HTTP_AUTH,
            HTTP_MD5_AGENTS,
            HTTP_ADMINISTRATORS,
            HTTP_ALLOW_NON_LOOPBACK,
            HTTP_METRICS);

    private HttpKeys() {}

    static Config.Http bind(ConfigValues values) {
        return new Config.Http(
                values.get(HTTP_LISTEN),
                values.get(HTTP_XCAP_ROOT),
                values.get(HTTP_XCAP_ROOT_ALIASES),
                values.get(HTTP_AUTH),
                values.get(HTTP_MD5_AGENTS),
                values.get(HTTP_ADMINISTRATORS),
                values.get(HTTP_ALLOW_NON_LOOPBACK),
                values.get(HTTP_METRICS),
                TlsKeys.bind(values));
    }

    /** Reads the SIP URI of somebody who could be a user here. */
    static Optional<Aor> user(String text) {
        return Aor.parse(text)
                .map(Aor::home)
                .filter(user -> user.scheme().equals("sip") && !user.user().isEmpty());
    }
}
