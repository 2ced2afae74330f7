package presentry.launch.config;

import static presentry.launch.config.Kind.file;
import static presentry.launch.config.Kind.hostPort;
import static presentry.launch.config.Kind.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import presentry.launch.config.Config.CertificateFiles;

/** The keys of the group {@code http.tls}. */
final class TlsKeys {
    static final ConfigKey<Optional<HostPort>> TLS_LISTEN = ConfigKey.of(
            "http.tls.listen",
            optional(hostPort()),
            "Where HTTPS requests arrive, beside http.listen: TLS 1.3 or 1.2, HTTP/2 or HTTP/1.1. Empty: nowhere.",
            "");

    static final ConfigKey<Optional<Path>> TLS_CERTIFICATE = ConfigKey.of(
            "http.tls.certificate",
            optional(file()),
            "PEM: the certificate, followed by those that signed it; it is read again each minute.",
            "");

    static final ConfigKey<Optional<Path>> TLS_KEY =
            ConfigKey.of("http.tls.key", optional(file()), "PEM: its private key, PKCS#8 without a password.", "");

    static final ConfigKey<Optional<Path>> TLS_PKCS12 = ConfigKey.of(
            "http.tls.pkcs12",
            optional(file()),
            "Certificate and key in one PKCS#12 file, instead of the two above.",
            "");

    static final ConfigKey<Optional<Path>> TLS_PASSWORD_FILE = ConfigKey.of(
            "http.tls.password-file", optional(file()), "The password of the PKCS#12 file is its first line.", "");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(TLS_LISTEN, TLS_CERTIFICATE, TLS_KEY, TLS_PKCS12, TLS_PASSWORD_FILE);

    private TlsKeys() {}

    /** Whether two files are named that belong together, and no others. */
    static Optional<CertificateFiles> files(ConfigValues values) {
        Optional<CertificateFiles> pem = pair(values, TLS_CERTIFICATE, TLS_KEY, CertificateFiles.Pem::new);
        Optional<CertificateFiles> pkcs12 = pair(values, TLS_PKCS12, TLS_PASSWORD_FILE, CertificateFiles.Pkcs12::new);
        long named = Stream.of(TLS_CERTIFICATE, TLS_KEY, TLS_PKCS12, TLS_PASSWORD_FILE)
                .filter(key -> values.find(key).flatMap(file -> file).isPresent())
                .count();
        return named == 2 ? pem.or(() -> pkcs12) : Optional.empty();
    }

    private static Optional<CertificateFiles> pair(
            ConfigValues values,
            ConfigKey<Optional<Path>> one,
            ConfigKey<Optional<Path>> other,
            BiFunction<Path, Path, CertificateFiles> files) {
        return values.find(one)
                .flatMap(file -> file)
                .flatMap(first -> values.find(other).flatMap(file -> file).map(second -> files.apply(first, second)));
    }

    static Optional<Config.Tls> bind(ConfigValues values) {
        return values.get(TLS_LISTEN).flatMap(listen -> files(values).map(files -> new Config.Tls(listen, files)));
    }
}
