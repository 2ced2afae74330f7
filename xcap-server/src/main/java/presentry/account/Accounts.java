package presentry.account;

import java.util.List;
import java.util.concurrent.CompletionStage;
import presentry.uri.Aor;

/** The users that were provisioned by name. */
public interface Accounts extends UserDirectory, Logins {

    /**
     * Adds a user, or gives one another password.
     *
     * @return completes when it is on disk: true if the user is new
     */
    CompletionStage<Boolean> put(Aor user, String password);

    /**
     * Removes a user; the documents stay.
     *
     * @return completes when it is on disk: false if there was no such user
     */
    CompletionStage<Boolean> remove(Aor user);

    /** All users, ordered by address; blocks. */
    List<Aor> list();
}
