package presentry.policy.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.policy.model.Dependency;
import presentry.policy.model.Rule;
import presentry.policy.model.Usage;
import presentry.uri.CanonicalUri;

/** Turns the rules of a user into a {@link CompiledPolicy}. One object per policy; not for several threads. */
public final class PolicyCompiler {
    private final Usage usage;
    private final RoleBook book = new RoleBook();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final int dependencies;
    private final Map<BitSet, Signature> signatures = new HashMap<>();
    private final List<Signature> numbered = new ArrayList<>();
    private final Map<RoleSet, Profile> profiles = new HashMap<>();

    private PolicyCompiler(Usage usage, List<Rule> rules) {
        this.usage = usage;
        var compiler = new RuleCompiler(book);
        rules.forEach(rule -> compiler.compile(rule).ifPresent(this.rules::add));
        // Who is not on a list today may be tomorrow: every decision depends on it.
        boolean lists = rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .anyMatch(Condition.ExternalList.class::isInstance);
        dependencies = lists ? Dependency.LIST.bit() : 0;
    }

    /**
     * Compiles.
     *
     * @param documentExists whether there is any document, even one without rules
     * @param rules those of all documents; their order is of no meaning
     */
    public static CompiledPolicy compile(Usage usage, boolean documentExists, List<Rule> rules) {
        return new PolicyCompiler(usage, rules).compile(documentExists);
    }

    private CompiledPolicy compile(boolean documentExists) {
        var named = new HashMap<String, Profile>();
        var variants = new HashMap<String, Map<CanonicalUri, RoleSet>>();
        book.entities().forEach((key, ids) -> {
            var first = ids.keySet().iterator().next();
            if (ids.size() > 1 || first.hasLooseParameters()) {
                variants.put(key, roleSets(ids));
            } else {
                named.put(key, profile(book.rolesOf(first)));
            }
        });
        var domains = new HashMap<String, Profile>();
        book.domains().forEach(domain -> domains.put(domain, profile(book.rolesOfDomain(Optional.of(domain)))));
        var identities = new IdentityIndex(
                new StringTable<>(named),
                new StringTable<>(domains),
                profile(book.rolesOfDomain(Optional.empty())),
                profile(RoleSet.of(RoleSet.UNAUTHENTICATED)),
                Map.copyOf(variants),
                book.users());
        var kept = new Signatures(usage, List.copyOf(rules), dependencies, numbered);
        int heapBytes = identities.heapBytes()
                + kept.heapBytes()
                + profiles.values().stream().mapToInt(Profile::heapBytes).sum();
        return new CompiledPolicy(documentExists, identities, kept, heapBytes);
    }

    private Profile profile(RoleSet roles) {
        return profiles.computeIfAbsent(roles, played -> new Profile(played, signature(played)));
    }

    private Signature signature(RoleSet roles) {
        var fitting = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).identity().holds(roles)) {
                fitting.set(i);
            }
        }
        return signatures.computeIfAbsent(fitting, set -> {
            var signature = Signatures.of(
                    usage, numbered.size(), set.stream().mapToObj(rules::get).toList(), dependencies);
            numbered.add(signature);
            return signature;
        });
    }

    private static Map<CanonicalUri, RoleSet> roleSets(Map<CanonicalUri, BitSet> ids) {
        var sets = new HashMap<CanonicalUri, RoleSet>();
        ids.forEach((id, roles) -> sets.put(id, RoleSet.of(roles)));
        return Map.copyOf(sets);
    }
}
