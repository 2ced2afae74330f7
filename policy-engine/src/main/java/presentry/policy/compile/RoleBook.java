package presentry.policy.compile;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import presentry.uri.CanonicalUri;

/** Collects, while rules are compiled, which roles each named entity, domain and user part plays. Not for several threads. */
final class RoleBook {
    private int next = RoleSet.FIRST_FREE;
    private final Map<String, Map<CanonicalUri, BitSet>> entities = new HashMap<>();
    private final Map<String, BitSet> domains = new HashMap<>();
    private final Map<String, Integer> memberRoles = new HashMap<>();
    private final Map<String, BitSet> users = new HashMap<>();

    /** A role that nobody plays yet. */
    int newRole() {
        return next++;
    }

    void entityPlays(CanonicalUri id, int role) {
        entities.computeIfAbsent(id.strictKey(), key -> new HashMap<>(1))
                .computeIfAbsent(id, uri -> new BitSet())
                .set(role);
    }

    void domainPlays(String domain, int role) {
        domains.computeIfAbsent(domain, name -> new BitSet()).set(role);
    }

    void userPlays(String user, int role) {
        users.computeIfAbsent(user, name -> new BitSet()).set(role);
    }

    /** The role of being in a domain, the same for all rules that ask for it. */
    int memberOf(String domain) {
        var known = memberRoles.get(domain);
        if (known != null) {
            return known;
        }
        int role = newRole();
        memberRoles.put(domain, role);
        domainPlays(domain, role);
        return role;
    }

    /** The named entities, by strict key; those that share a key differ in their loose parameters only. */
    Map<String, Map<CanonicalUri, BitSet>> entities() {
        return entities;
    }

    Collection<String> domains() {
        return domains.keySet();
    }

    /** The roles of user parts, whatever the domain. */
    Map<String, RoleSet> users() {
        var copy = new HashMap<String, RoleSet>();
        users.forEach((user, roles) -> copy.put(user, RoleSet.of(roles)));
        return Map.copyOf(copy);
    }

    /** What anybody authenticated plays of whom nothing but the domain, if any, is known to the policy. */
    RoleSet rolesOfDomain(Optional<String> domain) {
        return RoleSet.of(ofDomain(domain));
    }

    /** What a watcher with this identity plays, which shares its strict key with exactly one named entity. */
    RoleSet rolesOf(CanonicalUri id) {
        var roles = ofDomain(id.host());
        entities.getOrDefault(id.strictKey(), Map.of()).values().forEach(roles::or);
        id.user().map(users::get).ifPresent(roles::or);
        return RoleSet.of(roles);
    }

    private BitSet ofDomain(Optional<String> domain) {
        var roles = new BitSet();
        roles.set(RoleSet.AUTHENTICATED);
        domain.map(domains::get).ifPresent(roles::or);
        return roles;
    }
}
