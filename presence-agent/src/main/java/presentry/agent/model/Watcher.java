package presentry.agent.model;

import java.util.Collections;
import java.util.List;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/**
 * Who watches: the authenticated identity, never what a header merely claims (RFC 5025, section 3.1.1.1).
 *
 * @param identity what the rules are asked about
 */
public record Watcher(WatcherIdentity identity) {
    /** Shown to the presentity where nobody was authenticated (RFC 3323, section 4.1.1.3). */
    private static final String NOBODY = "sip:anonymous@anonymous.invalid";

    /** The URI by which the presentity is told of this watcher (RFC 3858, section 4.3). */
    public String displayUri() {
        return identity.authenticated() ? identity.uris().getFirst().text() : NOBODY;
    }

    /** The users that this watcher is, for the mutual rule; empty when unauthenticated. */
    public List<Aor> homes() {
        List<CanonicalUri> uris = identity.uris();
        return uris.size() == 1
                ? List.of(uris.getFirst().aor().home())
                : uris.stream().map(uri -> uri.aor().home()).distinct().toList();
    }

    /** Whether both are one: known by a URI in common, or both unknown. */
    public boolean sameAs(Watcher other) {
        return identity.authenticated()
                ? !Collections.disjoint(identity.uris(), other.identity.uris())
                : !other.identity.authenticated();
    }

    /** Whether this watcher is {@code user}. Parameters never make a user another one. */
    public boolean is(Aor user) {
        for (CanonicalUri uri : identity.uris()) {
            if (uri.aor().home().equals(user)) {
                return true;
            }
        }
        return false;
    }
}
