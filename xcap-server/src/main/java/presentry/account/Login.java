package presentry.account;

import java.time.Duration;
import presentry.uri.Aor;

/** All that judging credentials can end in. */
public sealed interface Login {

    /**
     * The client knows the password of this user.
     *
     * @param user in the spelling of {@link Aor#home()}
     */
    record Proven(Aor user) implements Login {}

    /** The password is right, but the nonce is used up: the client may repeat with a fresh one, without asking anybody. */
    record Stale() implements Login {}

    /**
     * Not judged: from this client there were too many wrong passwords for this account.
     *
     * @param delay how long until the next attempt is judged, positive
     */
    record Delayed(Duration delay) implements Login {}

    /** Nothing was proven: credentials are missing, unreadable or wrong, or there is no such user. */
    record Unproven() implements Login {}
}
