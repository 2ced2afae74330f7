package presentry.account;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import presentry.uri.Aor;

/** Judges a password that came as it is, as Basic sends it (RFC 7617). Thread-safe. */
public final class PasswordCheck {

    private static final DigestAlgorithm BY = DigestAlgorithm.SHA_256;

    private final String realm;
    private final Logins logins;
    private final Accounts accounts;
    private final WrongPasswords wrong;

    /**
     * A check for one realm.
     *
     * @param homeDomain the domain of login names without one
     * @param wrong makes guessing slow
     */
    public PasswordCheck(String realm, String homeDomain, Accounts accounts, WrongPasswords wrong) {
        this.wrong = wrong;
        this.realm = realm;
        this.logins = new Logins(homeDomain);
        this.accounts = accounts;
    }

    /** The realm of the passwords. */
    public String realm() {
        return realm;
    }

    /**
     * Judges one; for a user that does not exist the same is computed.
     *
     * @param client from where it came
     */
    public Login judge(String login, String password, InetAddress client) {
        Optional<Aor> user = logins.user(login);
        Optional<Duration> wait = wrong.waitOf(user, client);
        if (wait.isPresent()) {
            return new Login.Delayed(wait.get());
        }
        Optional<String> known = user.flatMap(accounts::of)
                .filter(account -> account.realm().equals(realm))
                .map(account -> account.forLogin(login).by(BY));
        byte[] offered = octets(DigestArithmetic.ha1(BY, login, realm, password));
        boolean right = MessageDigest.isEqual(octets(known.orElse("0".repeat(offered.length))), offered);
        if (!right || known.isEmpty()) {
            wrong.wrong(user, client);
            return new Login.Unproven();
        }
        wrong.right(user, client);
        return new Login.Proven(user.orElseThrow());
    }

    private static byte[] octets(String hexadecimal) {
        return hexadecimal.getBytes(StandardCharsets.US_ASCII);
    }
}
