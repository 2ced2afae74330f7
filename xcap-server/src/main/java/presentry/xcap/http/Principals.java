package presentry.xcap.http;

import java.util.Set;
import java.util.stream.Collectors;
import presentry.uri.Aor;
import presentry.xcap.usage.Requester;

/** Who an authenticated address is here: a user, or one of the administrators. */
public final class Principals {

    private final Set<Aor> administrators;

    /** @param administrators may read and write each tree */
    public Principals(Set<Aor> administrators) {
        this.administrators = administrators.stream().map(Aor::home).collect(Collectors.toUnmodifiableSet());
    }

    Requester of(Aor user) {
        Aor home = user.home();
        return administrators.contains(home) ? new Requester.Administrator(home.toString()) : new Requester.User(home);
    }
}
