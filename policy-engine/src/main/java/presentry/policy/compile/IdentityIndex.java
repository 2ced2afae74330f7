package presentry.policy.compile;

import java.util.Map;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/**
 * Finds what a watcher is to a policy. For nearly everybody that is one look-up of the URI and, when the policy does not name
 * it, one of its domain. Only several identities, an anonymous request, and policies that name user parts or URIs with
 * parameters that may be missing (RFC 3261, section 19.1.4) need a union of roles.
 */
final class IdentityIndex {
    private final StringTable<Profile> named;
    private final StringTable<Profile> domains;
    private final Profile anybody;
    private final Profile unauthenticated;
    private final Map<String, Map<CanonicalUri, RoleSet>> variants;
    private final Map<String, RoleSet> users;

    /**
     * @param named the profile of each entity without variants, by strict key, its domain and user part taken into account
     * @param domains the profile of everybody else of a domain
     * @param anybody the profile of all other authenticated watchers
     * @param variants the roles of entities some of which have loose parameters, by strict key
     * @param users the roles of user parts
     */
    IdentityIndex(
            StringTable<Profile> named,
            StringTable<Profile> domains,
            Profile anybody,
            Profile unauthenticated,
            Map<String, Map<CanonicalUri, RoleSet>> variants,
            Map<String, RoleSet> users) {
        this.named = named;
        this.domains = domains;
        this.anybody = anybody;
        this.unauthenticated = unauthenticated;
        this.variants = variants;
        this.users = users;
    }

    /** The rules that fit a watcher. */
    Signature signatureOf(WatcherIdentity watcher, Signatures signatures) {
        var uris = watcher.uris();
        if (watcher.anonymousRequest() || uris.size() > 1 || !variants.isEmpty() || !users.isEmpty()) {
            return signatures.of(rolesOf(watcher));
        }
        return (uris.isEmpty() ? unauthenticated : profileOf(uris.getFirst())).signature();
    }

    private Profile profileOf(CanonicalUri uri) {
        var profile = named.find(uri.strictKey());
        if (profile != null) {
            return profile;
        }
        var host = uri.host();
        profile = host.isPresent() ? domains.find(host.get()) : null;
        return profile != null ? profile : anybody;
    }

    /** All that any of the identities is (RFC 5025, section 3.1.1.2). */
    private RoleSet rolesOf(WatcherIdentity watcher) {
        var roles = (watcher.authenticated() ? anybody : unauthenticated).roles();
        for (var uri : watcher.uris()) {
            roles = roles.or(profileOf(uri).roles());
            for (var variant : variants.getOrDefault(uri.strictKey(), Map.of()).entrySet()) {
                if (variant.getKey().matches(uri)) {
                    roles = roles.or(variant.getValue());
                }
            }
            if (!users.isEmpty() && uri.user().isPresent()) {
                roles = roles.or(users.getOrDefault(uri.user().get(), RoleSet.of()));
            }
        }
        return watcher.anonymousRequest() ? roles.or(RoleSet.of(RoleSet.ANONYMOUS)) : roles;
    }

    /** Bytes of heap, without the profiles. */
    int heapBytes() {
        return 40 + named.heapBytes() + domains.heapBytes() + 128 * users.size() + 512 * variants.size();
    }
}
