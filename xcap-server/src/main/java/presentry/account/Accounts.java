package presentry.account;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import presentry.uri.Aor;

/** The users that have an account here, with their credentials. Looking up never waits for the disk. */
public interface Accounts {

    /** The credentials of {@code user}, looked up as {@link Aor#home()}. */
    Optional<Credentials> of(Aor user);

    /** All users with an account, by domain and name. */
    List<Credentials> all();

    /** Makes an account, or changes its password. The stage completes when it is on disk; true if the account is new. */
    CompletionStage<Boolean> put(Credentials credentials);

    /** Removes an account. The stage completes when that is on disk; false if there was none. */
    CompletionStage<Boolean> remove(Aor user);
}
