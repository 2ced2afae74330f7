package presentry.uri;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A URI that names a person or a service, in the one spelling of all its equals (RFC 3261, section 19.1.4; RFC 3966,
 * section 5; RFC 3859 and RFC 6068 for {@code pres} and {@code mailto}).
 *
 * <p>Equality in the sense of section 19.1.4 is {@link #matches}. It is not transitive, for a parameter such as
 * {@code security=on} counts only if both URIs have it. What must be equal in any case is {@link #strictKey}, fit for a
 * hash table; the loose rest is verified on a hit. {@link #equals} compares both parts exactly and is stricter.
 *
 * <p>Different schemes never match: {@code sip}, {@code sips}, {@code tel}, {@code pres} and {@code mailto} are five
 * worlds. Immutable.
 */
public final class CanonicalUri {

    /** Longer texts are no URIs here; in UTF-16 units, counted without surrounding white space. */
    public static final int MAX_LENGTH = 2048;

    private final Aor aor;
    private final UriHost host;
    private final String strictKey;
    private final List<UriParameter> looseParameters;
    private final String text;

    /**
     * A URI of which everything must be equal.
     *
     * @param user empty for none
     * @param host with an empty spelling for none
     * @param port 0 for none
     */
    CanonicalUri(String scheme, String user, UriHost host, int port, String strictKey) {
        this(scheme, user, host, port, strictKey, List.of(), strictKey);
    }

    /** A URI that is an address of record and nothing else. */
    CanonicalUri(Aor aor, UriHost host) {
        this.aor = aor;
        this.host = host;
        this.strictKey = aor.toString();
        this.looseParameters = List.of();
        this.text = strictKey;
    }

    /** @param looseParameters in the order of their names, each name once */
    CanonicalUri(
            String scheme,
            String user,
            UriHost host,
            int port,
            String strictKey,
            List<UriParameter> looseParameters,
            String text) {
        this.aor = Aor.canonical(scheme, user, host.spelling(), port, text);
        this.host = host;
        this.strictKey = strictKey;
        this.looseParameters = List.copyOf(looseParameters);
        this.text = text;
    }

    /**
     * The URI that {@code text} spells, surrounding white space set aside.
     *
     * @return empty when there is no scheme ({@code bob@example.com}), when it cannot be parsed, and when it is longer
     *     than {@value #MAX_LENGTH}; such a text equals nothing
     */
    public static Optional<CanonicalUri> parse(String text) {
        String bare = text.strip();
        if (bare.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<CanonicalUri> plain = PlainSipUriReader.read(bare);
        return plain.isPresent() ? plain : readByScheme(bare);
    }

    private static Optional<CanonicalUri> readByScheme(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0
                || !UriCharacters.ALPHA.contains(text.charAt(0))
                || !UriCharacters.SCHEME.containsAll(text, 1, colon)) {
            return Optional.empty();
        }
        String scheme = DomainName.lowerCase(text.substring(0, colon));
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "sip", "sips" -> SipUriReader.read(scheme, rest);
            case "tel" -> TelUriReader.read(rest);
            case "pres", "im", "mailto" -> MailboxUriReader.read(scheme, rest);
            default -> readOpaque(scheme, rest);
        };
    }

    /** Schemes whose inner form is unknown are compared as they stand, but for the spelling of escapes. */
    private static Optional<CanonicalUri> readOpaque(String scheme, String rest) {
        return PercentEncoding.normalise(rest, 0, rest.length(), UriCharacters.OPAQUE)
                .filter(spelling -> !spelling.isEmpty())
                .map(spelling -> new CanonicalUri(scheme, spelling, UriHost.NONE, 0, scheme + ":" + spelling));
    }

    /** In lower case. */
    public String scheme() {
        return aor.scheme();
    }

    /**
     * The user part, without the password, case kept, escapes undone where that makes no difference (section 19.1.4).
     * Of a {@code tel} URI all that follows the scheme: number without visual separators, and parameters. Of a URI of
     * an unknown scheme likewise.
     */
    public Optional<String> user() {
        return aor.hasUser() ? Optional.of(aor.user()) : Optional.empty();
    }

    /**
     * The host in ASCII and lower case, an IPv6 address in brackets.
     *
     * @return empty if there is none, as in {@code tel} URIs, and when it has no ASCII form ({@link DomainName#toAscii})
     */
    public Optional<String> host() {
        return host.comparable() ? Optional.of(host.spelling()) : Optional.empty();
    }

    /** The port that is written in the URI, 1 to 65535; no default is put in its place (section 19.1.4). */
    public OptionalInt port() {
        int port = aor.port();
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** All that must be equal in every URI that this one matches, as one text: the key of a hash table. */
    public String strictKey() {
        return strictKey;
    }

    /** Whether there are parameters that count only if the other URI has them too. */
    public boolean hasLooseParameters() {
        return !looseParameters.isEmpty();
    }

    /** Equality of URIs as in section 19.1.4 of RFC 3261: reflexive and symmetric, but not transitive. */
    public boolean matches(CanonicalUri other) {
        return strictKey.equals(other.strictKey) && looseParametersAgree(other);
    }

    /** Section 19.1.4: any parameter that appears in both URIs must match. */
    private boolean looseParametersAgree(CanonicalUri other) {
        for (UriParameter mine : looseParameters) {
            for (UriParameter theirs : other.looseParameters) {
                if (mine.name().equals(theirs.name()) && !mine.equals(theirs)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The canonical spelling, ASCII only. It still holds a password, if there was one; {@link #aor} does not. */
    public String text() {
        return text;
    }

    /** What of this URI names a user: scheme, user, host and explicit port; password, parameters, headers dropped. */
    public Aor aor() {
        return aor;
    }

    /** The URI that consists of {@link #aor} and nothing else. */
    public CanonicalUri bare() {
        return text.equals(aor.toString()) ? this : aor.uri();
    }

    /** Exact: the same strict key and the same loose parameters. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CanonicalUri uri && text.equals(uri.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
