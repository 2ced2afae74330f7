package presentry.uri;

import java.util.Comparator;
import java.util.Optional;

/**
 * An address of record: what of a URI names a user, in canonical spelling. It is what shards, owners of documents and
 * the mutual rule go by.
 *
 * @param scheme lower case
 * @param user empty for none; of a {@code tel} URI number and parameters, all of which tell subscribers apart
 * @param host empty for none
 * @param port the explicit port, 0 for none
 */
public record Aor(String scheme, String user, String host, int port) implements Comparable<Aor> {

    private static final Comparator<Aor> BY_HOST_THEN_USER = Comparator.comparing(Aor::host)
            .thenComparing(Aor::user)
            .thenComparing(Aor::scheme)
            .thenComparingInt(Aor::port);

    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    /** @throws IllegalArgumentException if the parts are not in canonical spelling; a defect, {@link #parse} checks */
    public Aor {
        String spelling = spelling(scheme, user, host, port);
        if (!isCanonical(spelling, scheme, user, host, port)) {
            throw new IllegalArgumentException("not an address of record in canonical spelling: `" + spelling + "`");
        }
    }

    /** The address in a URI; empty if the text is no URI ({@link CanonicalUri#parse}). */
    public static Optional<Aor> parse(String text) {
        return CanonicalUri.parse(text).map(CanonicalUri::aor);
    }

    /**
     * Where a served user is at home: {@code sips} becomes {@code sip} and the default port of the scheme is dropped.
     * For look-up only; rules never match by it (RFC 3261, section 19.1.4).
     */
    public Aor home() {
        boolean secure = scheme.equals("sips");
        if (!secure && !scheme.equals("sip")) {
            return this;
        }
        boolean defaultPort = port == (secure ? SIPS_PORT : SIP_PORT);
        return secure || defaultPort ? new Aor("sip", user, host, defaultPort ? 0 : port) : this;
    }

    /** Where all that belongs to this user lives. */
    public Shard shard() {
        return Shard.of(this);
    }

    /** The URI that consists of this address and nothing else. */
    public CanonicalUri uri() {
        return CanonicalUri.parse(toString()).orElseThrow();
    }

    @Override
    public int compareTo(Aor other) {
        return BY_HOST_THEN_USER.compare(this, other);
    }

    /** As a URI: {@code sip:alice@example.com}. */
    @Override
    public String toString() {
        return spelling(scheme, user, host, port);
    }

    private static String spelling(String scheme, String user, String host, int port) {
        String address = host.isEmpty() || user.isEmpty() ? user + host : user + "@" + host;
        return port == 0 ? scheme + ":" + address : scheme + ":" + address + ":" + port;
    }

    private static boolean isCanonical(String spelling, String scheme, String user, String host, int port) {
        return CanonicalUri.parse(spelling)
                .filter(uri -> uri.hasParts(scheme, user, host, port))
                .isPresent();
    }
}
