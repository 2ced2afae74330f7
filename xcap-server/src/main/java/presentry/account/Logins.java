package presentry.account;

import java.util.Optional;
import presentry.uri.Aor;

/**
 * Whom a login name means.
 *
 * @param homeDomain the domain of those who leave theirs out
 */
public record Logins(String homeDomain) {

    private static final int MAX_LENGTH = 320;

    /** The user of a login name such as {@code alice}, {@code alice@example.com} or the URI; empty if it can be none. */
    public Optional<Aor> user(String login) {
        if (login.isEmpty() || login.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String address = login.contains("@") ? login : login + "@" + homeDomain;
        return Aor.parse(address.startsWith("sip:") ? address : "sip:" + address)
                .map(Aor::home);
    }
}
