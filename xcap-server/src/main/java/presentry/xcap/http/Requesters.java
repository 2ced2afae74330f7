package presentry.xcap.http;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import presentry.uri.Aor;
import presentry.xcap.usage.Requester;

/** What a user may be beside the owner of a tree. */
public final class Requesters {

    private final Set<Aor> administrators;

    /** @param administrators users who may read and write each tree (RFC 4825, section 5.7) */
    public Requesters(Collection<Aor> administrators) {
        this.administrators = administrators.stream().map(Aor::home).collect(Collectors.toUnmodifiableSet());
    }

    /** On whose behalf a request of this user is made. */
    Requester of(Aor user) {
        Aor home = user.home();
        return administrators.contains(home) ? new Requester.Administrator(home.toString()) : new Requester.User(home);
    }
}
