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
    private final Profile[] profiles;
    private final StringTable named;
    private final StringTable domains;
    private final Profile anybody;
    private final Profile unauthenticated;
    private final Map<String, Map<CanonicalUri, RoleSet>> variants;
    private final Map<String, RoleSet> users;
    private final boolean plain;

    /**
     * @param named the profile of each entity without variants, by strict key, its domain and user part taken into account
     * @param domains the profile of everybody else of a domain
     * @param anybody the profile of all other authenticated watchers
     * @param variants the roles of entities some of which have loose parameters, by strict key
     * @param users the roles of user parts
     */
    IdentityIndex(
            Profile[] profiles,
            StringTable named,
            StringTable domains,
            int anybody,
            int unauthenticated,
            Map<String, Map<CanonicalUri, RoleSet>> variants,
            Map<String, RoleSet> users) {
        this.profiles = profiles;
        this.named = named;
        this.domains = domains;
        this.anybody = profiles[anybody];
        this.unauthenticated = profiles[unauthenticated];
        this.variants = variants;
        this.users = users;
        this.plain = variants.isEmpty() && users.isEmpty();
    }

    /** The rules that fit a watcher. */
    Signature signatureOf(WatcherIdentity watcher, Signatures signatures) {
        var uris = watcher.uris();
        if (uris.size() == 1 && plain && !watcher.anonymousRequest()) {
            return profileOf(uris.get(0)).signature();
        }
        return uris.isEmpty() && !watcher.anonymousRequest()
                ? unauthenticated.signature()
                : signatures.of(rolesOf(watcher));
    }

    private Profile profileOf(CanonicalUri uri) {
        int number = named.find(uri.strictKey());
        if (number != StringTable.ABSENT) {
            return profiles[number];
        }
        var host = uri.host();
        number = host.isPresent() ? domains.find(host.get()) : StringTable.ABSENT;
        return number != StringTable.ABSENT ? profiles[number] : anybody;
    }

    /** All that any of the identities is (RFC 5025, section 3.1.1.2). */
    private RoleSet rolesOf(WatcherIdentity watcher) {
        var roles = watcher.authenticated() ? anybody.roles() : unauthenticated.roles();
        for (var uri : watcher.uris()) {
            roles = roles.or(profileOf(uri).roles());
            for (var variant : variants.getOrDefault(uri.strictKey(), Map.of()).entrySet()) {
                if (variant.getKey().matches(uri)) {
                    roles = roles.or(variant.getValue());
                }
            }
            if (uri.user().isPresent()) {
                roles = roles.or(users.getOrDefault(uri.user().get(), RoleSet.of()));
            }
        }
        return watcher.anonymousRequest() ? roles.or(RoleSet.of(RoleSet.ANONYMOUS)) : roles;
    }

    /** Bytes of heap. */
    int heapBytes() {
        int bytes = 64 + named.heapBytes() + domains.heapBytes() + 128 * users.size() + 512 * variants.size();
        for (var profile : profiles) {
            bytes += 28 + profile.roles().heapBytes();
        }
        return bytes;
    }
}
