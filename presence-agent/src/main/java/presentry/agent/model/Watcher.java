package presentry.agent.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;

/** Who watches: the authenticated identity, never what a header merely claims (RFC 5025, section 3.1.1.1). */
public final class Watcher {
    /** Shown to the presentity where nobody was authenticated (RFC 3323, section 4.1.1.3). */
    private static final String NOBODY = "sip:anonymous@anonymous.invalid";

    private final WatcherIdentity identity;
    private final List<Aor> homes;

    /** The watcher whom the rules are asked about under this identity. */
    public Watcher(WatcherIdentity identity) {
        this.identity = identity;
        this.homes = identity.uris().stream()
                .map(uri -> uri.aor().home())
                .distinct()
                .collect(Collectors.toUnmodifiableList()); // of one it is smaller than what toList() makes
    }

    /** What the rules are asked about. */
    public WatcherIdentity identity() {
        return identity;
    }

    /** The URI by which the presentity is told of this watcher (RFC 3858, section 3). */
    public String displayUri() {
        return identity.authenticated() ? identity.uris().getFirst().text() : NOBODY;
    }

    /** The users that this watcher is, for the mutual rule; empty when unauthenticated. */
    public List<Aor> homes() {
        return homes;
    }

    /** That text, as the object that is kept here already if it is the same. */
    public String spelling(String uri) {
        String mine = displayUri();
        return mine.equals(uri) ? mine : uri;
    }

    /** Whether both are one: known by a URI in common, or both unknown. */
    public boolean sameAs(Watcher other) {
        return identity.authenticated()
                ? !Collections.disjoint(identity.uris(), other.identity.uris())
                : !other.identity.authenticated();
    }

    /** Whether this watcher is {@code user}. Parameters never make a user another one. */
    public boolean is(Aor user) {
        return homes.contains(user);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Watcher that && identity.equals(that.identity);
    }

    @Override
    public String toString() {
        return identity.toString();
    }
}
