package presentry.uri;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of record: what of a URI names a user, in canonical spelling. It is what shards, owners of documents and
 * the mutual rule go by. There are as many as users and watchers, so it is one text and knows where its parts end.
 */
public final class Aor implements Comparable<Aor> {

    private static final Comparator<Aor> BY_HOST_THEN_USER = Comparator.comparing(Aor::host)
            .thenComparing(Aor::user)
            .thenComparing(Aor::scheme)
            .thenComparingInt(Aor::port);

    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    private final String spelling;
    private final int schemeEnd;
    private final int userEnd;
    private final int hostEnd;

    private Aor(String spelling, int schemeEnd, int userEnd, int hostEnd) {
        this.spelling = spelling;
        this.schemeEnd = schemeEnd;
        this.userEnd = userEnd;
        this.hostEnd = hostEnd;
    }

    /**
     * An address of these parts.
     *
     * @param scheme lower case
     * @param user empty for none; of a {@code tel} URI number and parameters, all of which tell subscribers apart
     * @param host empty for none
     * @param port the explicit port, 0 for none
     * @throws IllegalArgumentException if the parts are not in canonical spelling; a defect, {@link #parse} checks
     */
    public static Aor of(String scheme, String user, String host, int port) {
        Aor aor = canonical(scheme, user, host, port, "");
        boolean isCanonical = CanonicalUri.parse(aor.spelling)
                .filter(uri -> uri.aor().hasParts(scheme, user, host, port))
                .isPresent();
        if (!isCanonical) {
            throw new IllegalArgumentException("not an address of record in canonical spelling: `" + aor + "`");
        }
        return aor;
    }

    /**
     * An address of parts that are known to be canonical.
     *
     * @param text kept as the spelling if it is the same, so that a URI and its address are one text in most cases
     */
    static Aor canonical(String scheme, String user, String host, int port, String text) {
        String spelling = spelling(scheme, user, host, port);
        int userEnd = scheme.length() + 1 + user.length();
        int hostStart = user.isEmpty() || host.isEmpty() ? userEnd : userEnd + 1;
        return new Aor(spelling.equals(text) ? text : spelling, scheme.length(), userEnd, hostStart + host.length());
    }

    /** The address that a text spells with scheme, user and host, and with nothing else. */
    static Aor plain(String spelling, int schemeEnd, int userEnd) {
        return new Aor(spelling, schemeEnd, userEnd, spelling.length());
    }

    /** The address in a URI; empty if the text is no URI ({@link CanonicalUri#parse}). */
    public static Optional<Aor> parse(String text) {
        return CanonicalUri.parse(text).map(CanonicalUri::aor);
    }

    /** In lower case. */
    public String scheme() {
        return spelling.substring(0, schemeEnd);
    }

    /** Empty for none; of a {@code tel} URI number and parameters, all of which tell subscribers apart. */
    public String user() {
        return spelling.substring(schemeEnd + 1, userEnd);
    }

    /** Empty for none. */
    public String host() {
        boolean follows = hasUser() && hostEnd > userEnd;
        return spelling.substring(follows ? userEnd + 1 : userEnd, hostEnd);
    }

    /** The explicit port, 0 for none. */
    public int port() {
        return hostEnd == spelling.length() ? 0 : Integer.parseInt(spelling, hostEnd + 1, spelling.length(), 10);
    }

    boolean hasUser() {
        return userEnd > schemeEnd + 1;
    }

    private boolean hasParts(String scheme, String user, String host, int port) {
        return port() == port && user().equals(user) && host().equals(host) && scheme().equals(scheme);
    }

    /**
     * Where a served user is at home: {@code sips} becomes {@code sip} and the default port of the scheme is dropped.
     * For look-up only; rules never match by it (RFC 3261, section 19.1.4).
     */
    public Aor home() {
        boolean secure = spelling.startsWith("sips:");
        if (!secure && !spelling.startsWith("sip:")) {
            return this;
        }
        int port = port();
        boolean defaultPort = port == (secure ? SIPS_PORT : SIP_PORT);
        return secure || defaultPort ? canonical("sip", user(), host(), defaultPort ? 0 : port, "") : this;
    }

    /** Where all that belongs to this user lives. */
    public Shard shard() {
        return Shard.of(this);
    }

    /** The URI that consists of this address and nothing else. */
    public CanonicalUri uri() {
        return CanonicalUri.parse(spelling).orElseThrow();
    }

    @Override
    public int compareTo(Aor other) {
        return BY_HOST_THEN_USER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aor aor && spelling.equals(aor.spelling);
    }

    @Override
    public int hashCode() {
        return spelling.hashCode();
    }

    /** As a URI: {@code sip:alice@example.com}. */
    @Override
    public String toString() {
        return spelling;
    }

    private static String spelling(String scheme, String user, String host, int port) {
        String address = host.isEmpty() || user.isEmpty() ? user + host : user + "@" + host;
        return port == 0 ? scheme + ":" + address : scheme + ":" + address + ":" + port;
    }
}
