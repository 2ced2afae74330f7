package presentry.launch.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.launch.config.Config.HttpAuthentication;

/** What must hold between values that are right each for itself. */
final class ConfigChecks {
    private ConfigChecks() {}

    static List<String> problems(ConfigValues values) {
        List<String> problems = new ArrayList<>();
        inOrder(values, EventKeys.SUBSCRIBE_MIN, EventKeys.SUBSCRIBE_STANDARD).ifPresent(problems::add);
        inOrder(values, EventKeys.SUBSCRIBE_STANDARD, EventKeys.SUBSCRIBE_MAX).ifPresent(problems::add);
        inOrder(values, EventKeys.PUBLISH_MIN, EventKeys.PUBLISH_STANDARD).ifPresent(problems::add);
        inOrder(values, EventKeys.PUBLISH_STANDARD, EventKeys.PUBLISH_MAX).ifPresent(problems::add);
        onLoopback(values, values.find(HttpKeys.HTTP_LISTEN), HttpKeys.HTTP_LISTEN)
                .ifPresent(problems::add);
        onLoopback(values, values.find(TlsKeys.TLS_LISTEN).flatMap(listen -> listen), TlsKeys.TLS_LISTEN)
                .ifPresent(problems::add);
        certificate(values).ifPresent(problems::add);
        return problems;
    }

    private static Optional<String> inOrder(ConfigValues values, ConfigKey<Duration> less, ConfigKey<Duration> more) {
        Optional<Duration> lower = values.find(less);
        Optional<Duration> upper = values.find(more);
        if (lower.isEmpty() || upper.isEmpty() || lower.get().compareTo(upper.get()) <= 0) {
            return Optional.empty();
        }
        return Optional.of("%s, but %s; it must not be longer.".formatted(values.quote(less), values.quote(more)));
    }

    /** Without authentication anybody who reaches the port may rewrite anybody's rules. */
    private static Optional<String> onLoopback(ConfigValues values, Optional<HostPort> listen, ConfigKey<?> key) {
        boolean allowed = values.find(HttpKeys.HTTP_ALLOW_NON_LOOPBACK).orElse(false);
        boolean asked = values.find(HttpKeys.HTTP_AUTH)
                .filter(auth -> auth != HttpAuthentication.NONE)
                .isPresent();
        if (allowed || asked || listen.isEmpty() || isLoopback(listen.get().host())) {
            return Optional.empty();
        }
        return Optional.of(("%s, which other machines may reach, and with http.auth = \"none\" anybody could change"
                        + " anybody's rules; listen on 127.0.0.1, set http.auth, or set %s = true if a proxy in front"
                        + " authenticates.")
                .formatted(values.quote(key), HttpKeys.HTTP_ALLOW_NON_LOOPBACK.name()));
    }

    private static Optional<String> certificate(ConfigValues values) {
        boolean needed =
                values.find(TlsKeys.TLS_LISTEN).flatMap(listen -> listen).isPresent();
        if (!needed || TlsKeys.files(values).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(("%s, so http.tls.certificate and http.tls.key must name two files, or http.tls.pkcs12 and"
                        + " http.tls.password-file; but not both pairs.")
                .formatted(values.quote(TlsKeys.TLS_LISTEN)));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
