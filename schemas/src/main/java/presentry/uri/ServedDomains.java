package presentry.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The domains whose users live here, and so the one place that says who a URI means: for rules and the mutual rule, for whom to
 * watch, publish for, register and write to, and for who has logged in. Of a user of ours only user part and domain count; a port
 * or a parameter, in whatever spelling, makes nobody another person. Of other domains the port tells users apart.
 *
 * @param domains ASCII, lower case
 */
public record ServedDomains(Set<String> domains) {

    /** Takes a copy of the set. */
    public ServedDomains {
        domains = Set.copyOf(domains);
    }

    /** The user of ours that a URI names, in the spelling of {@link Aor#home()}; empty if it names nobody of these domains. */
    public Optional<Aor> user(CanonicalUri uri) {
        return uri.user()
                .filter(user -> isSip(uri))
                .flatMap(user -> uri.host().filter(domains::contains).map(host -> home(user, host)));
    }

    private static Aor home(String user, String host) {
        return Aor.canonical("sip", user, host, 0, "");
    }

    private static boolean isSip(CanonicalUri uri) {
        return uri.scheme().equals("sip") || uri.scheme().equals("sips");
    }

    /**
     * Who somebody is of whom a trusted peer, or he himself by proof, says that he is {@code uri}: all the URIs that count, the
     * address of record first. Of other domains the URI as it was spelled counts too, since rules may name it (RFC 5025, section
     * 3.1.1.2); the address of record counts in any case, or else a parameter would take him out of reach of a rule that
     * excludes him. One of ours who is asserted as {@code sips} is reached by rules for either scheme.
     */
    public List<CanonicalUri> identities(CanonicalUri uri) {
        Optional<Aor> user = user(uri);
        List<CanonicalUri> identities = new ArrayList<>(2);
        if (user.isPresent()) {
            add(identities, user.get().uri());
            if (uri.scheme().equals("sips")) {
                add(
                        identities,
                        Aor.canonical("sips", user.get().user(), user.get().host(), 0, "")
                                .uri());
            }
        } else {
            add(identities, uri.bare());
            add(identities, uri);
        }
        return List.copyOf(identities);
    }

    /**
     * The same of a From header field, in which RFC 3261, section 19.1.1, table 1, allows no port, no method, maddr, ttl,
     * transport and lr, and no headers: what stands there all the same is ignored, for other domains too.
     */
    public List<CanonicalUri> identitiesOfFrom(CanonicalUri uri) {
        if (!isSip(uri) || user(uri).isPresent() || !FromComponents.hasForbidden(uri)) {
            return identities(uri);
        }
        return List.of(FromComponents.without(uri));
    }

    private static void add(List<CanonicalUri> identities, CanonicalUri uri) {
        if (!identities.contains(uri)) {
            identities.add(uri);
        }
    }
}
