package presentry.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import presentry.uri.Aor;

/** Judges a password that came as it is, as Basic sends it (RFC 7617). Thread-safe. */
public final class PasswordCheck {

    private static final DigestAlgorithm BY = DigestAlgorithm.SHA_256;

    private final String realm;
    private final Logins logins;
    private final Accounts accounts;

    /** @param homeDomain the domain of login names without one */
    public PasswordCheck(String realm, String homeDomain, Accounts accounts) {
        this.realm = realm;
        this.logins = new Logins(homeDomain);
        this.accounts = accounts;
    }

    /** The realm of the passwords. */
    public String realm() {
        return realm;
    }

    /** Judges one; for a user that does not exist the same is computed. */
    public Login judge(String login, String password) {
        Optional<Aor> user = logins.user(login);
        Optional<String> known = user.flatMap(accounts::of)
                .filter(account -> account.realm().equals(realm))
                .map(account -> account.forLogin(login).by(BY));
        byte[] offered = octets(DigestArithmetic.ha1(BY, login, realm, password));
        boolean right = MessageDigest.isEqual(octets(known.orElse("0".repeat(offered.length))), offered);
        return right && known.isPresent() ? new Login.Proven(user.orElseThrow()) : new Login.Unproven();
    }

    private static byte[] octets(String hexadecimal) {
        return hexadecimal.getBytes(StandardCharsets.US_ASCII);
    }
}
