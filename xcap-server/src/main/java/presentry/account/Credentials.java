package presentry.account;

import presentry.uri.Aor;

/**
 * How a user proves who he is. Digest hashes the login name together with the password, so each of the two names that a user
 * may log in with has a hash of its own. The password itself is nowhere.
 *
 * @param user in the spelling of {@link Aor#home()}
 * @param realm in which the password counts (RFC 7616, section 3.3)
 * @param shortName for the login name {@code alice}
 * @param fullName for the login name {@code alice@example.com}
 */
public record Credentials(Aor user, String realm, PasswordHash shortName, PasswordHash fullName) {

    /** Hashes a password. */
    public static Credentials of(Aor user, String realm, String password) {
        Aor home = user.home();
        return new Credentials(
                home,
                realm,
                PasswordHash.of(home.user(), realm, password),
                PasswordHash.of(fullName(home), realm, password));
    }

    /** The hash for a login name of this user. */
    PasswordHash forLogin(String login) {
        return login.contains("@") ? fullName : shortName;
    }

    private static String fullName(Aor user) {
        return user.user() + "@" + user.host();
    }
}
