package presentry.account;

import presentry.uri.Aor;

/** Who is a user here. Answers for served domains only: whoever belongs to another domain is not a user. */
public interface UserDirectory {

    /** Whether {@code user}, looked up as {@link Aor#home()}, is a user of this server. */
    boolean exists(Aor user);
}
