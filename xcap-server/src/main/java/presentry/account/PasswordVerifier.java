package presentry.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import presentry.uri.Aor;

/** Verifies a password against the stored hashes; an unknown user costs the same work as a known one. */
public final class PasswordVerifier {

    private static final String NO_HASH = "0".repeat(64);

    private final String realm;
    private final Logins logins;

    /** @param realm for which the stored hashes were made */
    public PasswordVerifier(String realm, Logins logins) {
        this.realm = realm;
        this.logins = logins;
    }

    /** The user who has this login and password. */
    public Optional<Aor> verify(String name, String password) {
        String hash = DigestAlgorithm.SHA_256.hash(name + ":" + realm + ":" + password);
        List<Login> known = logins.named(name);
        if (known.isEmpty()) {
            isSame(hash, NO_HASH);
        }
        return known.stream()
                .filter(login -> isSame(hash, login.sha256()))
                .findFirst()
                .map(Login::user);
    }

    private static boolean isSame(String offered, String stored) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
    }
}
