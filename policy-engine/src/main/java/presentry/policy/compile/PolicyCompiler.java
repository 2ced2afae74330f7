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
    private final Map<RoleSet, Integer> profileNumbers = new HashMap<>();
    private final List<Profile> profiles = new ArrayList<>();

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
        var named = new HashMap<String, Integer>();
        var variants = new HashMap<String, Map<CanonicalUri, RoleSet>>();
        book.entities().forEach((key, ids) -> {
            if (ids.keySet().stream().anyMatch(CanonicalUri::hasLooseParameters)) {
                variants.put(key, roleSets(ids));
            } else {
                named.put(key, profile(book.rolesOf(ids.keySet().iterator().next())));
            }
        });
        var domains = new HashMap<String, Integer>();
        book.domains().forEach(domain -> domains.put(domain, profile(book.rolesOfDomain(Optional.of(domain)))));
        int anybody = profile(book.rolesOfDomain(Optional.empty()));
        int unauthenticated = profile(RoleSet.of(RoleSet.UNAUTHENTICATED));
        var identities = new IdentityIndex(
                profiles.toArray(Profile[]::new),
                new StringTable(named),
                new StringTable(domains),
                anybody,
                unauthenticated,
                Map.copyOf(variants),
                book.users());
        return new CompiledPolicy(
                documentExists, identities, new Signatures(usage, List.copyOf(rules), dependencies, numbered));
    }

    private int profile(RoleSet roles) {
        var known = profileNumbers.get(roles);
        if (known != null) {
            return known;
        }
        int number = profiles.size();
        profileNumbers.put(roles, number);
        profiles.add(new Profile(roles, signature(roles)));
        return number;
    }

    private Signature signature(RoleSet roles) {
        var fitting = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).fits(roles)) {
                fitting.set(i);
            }
        }
        return signatures.computeIfAbsent(fitting, set -> {
            var signature = new Signature(
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
