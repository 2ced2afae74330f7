package presentry.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import presentry.uri.Aor;

/**
 * Digest authentication (RFC 7616, section 3.4), the same for HTTP and SIP. An unknown user costs the same work and gets the
 * same answer as a known one with a wrong password.
 */
public final class DigestVerifier {

    private static final String NO_HASH = "0".repeat(64);

    private final String realm;
    private final Logins logins;
    private final Nonces nonces;

    /** @param realm for which the stored hashes were made */
    public DigestVerifier(String realm, Logins logins, Nonces nonces) {
        this.realm = realm;
        this.logins = logins;
        this.nonces = nonces;
    }

    /** All that verifying can end in. */
    public sealed interface Verdict {

        /** The password was known to whoever made the request. */
        record Proven(Aor user) implements Verdict {}

        /** The password was known, but the nonce is too old: the client may try again without asking for the password. */
        record Stale() implements Verdict {}

        /** Nothing was proven. */
        record Unproven() implements Verdict {}
    }

    /**
     * Judges the credentials of one request; a fresh nonce is used up by one more count.
     *
     * @param method of the request
     */
    public Verdict verify(DigestCredentials credentials, String method) {
        List<Login> known = logins.named(credentials.username());
        if (known.isEmpty()) {
            isProven(NO_HASH, credentials, method); // for the time it takes
            return new Verdict.Unproven();
        }
        Optional<Login> proven = known.stream()
                .filter(login -> isProven(login.hash(credentials.algorithm()), credentials, method))
                .findFirst();
        if (proven.isEmpty() || !credentials.realm().equals(realm)) {
            return new Verdict.Unproven();
        }
        return switch (nonces.use(credentials.nonce(), count(credentials.nc()))) {
            case FRESH -> new Verdict.Proven(proven.get().user());
            case STALE -> new Verdict.Stale();
            case REFUSED -> new Verdict.Unproven();
        };
    }

    private static boolean isProven(String secret, DigestCredentials credentials, String method) {
        return MessageDigest.isEqual(
                response(secret, credentials, method).getBytes(StandardCharsets.UTF_8),
                credentials.response().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** What a client that knows the password answers (section 3.4.1). */
    static String response(String secret, DigestCredentials credentials, String method) {
        DigestAlgorithm algorithm = credentials.algorithm();
        String request = algorithm.hash(method + ":" + credentials.uri());
        return algorithm.hash(
                String.join(":", secret, credentials.nonce(), credentials.nc(), credentials.cnonce(), "auth", request));
    }

    private static long count(String nc) {
        return nc.matches("[0-9A-Fa-f]{1,8}") ? Long.parseLong(nc, 16) : 0;
    }
}
