package presentry.policy.compile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import presentry.policy.evaluate.PermissionCombiner;
import presentry.policy.model.Decision;
import presentry.policy.model.Dependency;
import presentry.policy.model.Usage;

/**
 * The signatures of a policy, by number. Those of all single identities are made when the policy is compiled. Watchers with
 * several identities can fit other sets of rules: a bounded number of these is learnt as they appear.
 */
final class Signatures {
    /** The number of a signature that is not kept. */
    static final int UNNUMBERED = -1;

    private static final int MOST_LEARNT = 256;

    private final Usage usage;
    private final List<CompiledRule> rules;
    private final int dependencies;
    private final List<Signature> compiled;
    private volatile @Nullable Learnt learnt;

    /** What was learnt so far; a new one replaces it. */
    private record Learnt(Map<RoleSet, Signature> byRoles, List<Signature> numbered) {}

    /** @param compiled numbered from 0 in this order */
    Signatures(Usage usage, List<CompiledRule> rules, int dependencies, List<Signature> compiled) {
        this.usage = usage;
        this.rules = rules;
        this.dependencies = dependencies;
        this.compiled = List.copyOf(compiled);
    }

    /** Makes a signature of the rules that fit some watchers. */
    static Signature of(Usage usage, int number, List<CompiledRule> fitting, int dependencies) {
        if (fitting.stream().anyMatch(rule -> !rule.environment().isEmpty())) {
            return new ChangingSignature(usage, number, fitting, dependencies);
        }
        var outcome = PermissionCombiner.combine(usage, PermissionCombiner.counting(fitting, CompiledRule::ruleClass));
        int mask = dependencies | (outcome.stated() ? 0 : Dependency.MUTUAL.bit());
        return new FixedSignature(List.copyOf(fitting), new Decision(outcome, Instant.MAX, mask, number));
    }

    /** The signature of somebody with these roles. */
    Signature of(RoleSet roles) {
        var known = learnt;
        var signature = known == null ? null : known.byRoles.get(roles);
        return signature != null ? signature : learn(roles);
    }

    /** Whether what they decide may change with an external list. */
    boolean dependOnLists() {
        return Dependency.LIST.in(dependencies);
    }

    /** The ids of the rules of a signature; none for a number that belongs to none. */
    List<String> ruleIds(int number) {
        var known = learnt;
        int learntNumber = number - compiled.size();
        if (number >= 0 && learntNumber < 0) {
            return ids(compiled.get(number));
        }
        return learntNumber >= 0 && known != null && learntNumber < known.numbered.size()
                ? ids(known.numbered.get(learntNumber))
                : List.of();
    }

    /** Bytes of heap, without the learnt ones. */
    int heapBytes() {
        return 88
                + rules.stream().mapToInt(CompiledRule::heapBytes).sum()
                + compiled.stream().mapToInt(Signature::heapBytes).sum();
    }

    private synchronized Signature learn(RoleSet roles) {
        var fitting =
                rules.stream().filter(rule -> rule.identity().holds(roles)).toList();
        var before = learnt == null ? new Learnt(Map.of(), List.of()) : learnt;
        var known = compiled.stream()
                .filter(signature -> signature.rules().equals(fitting))
                .findFirst()
                .or(() -> before.numbered.stream()
                        .filter(signature -> signature.rules().equals(fitting))
                        .findFirst());
        if (before.byRoles.size() >= MOST_LEARNT) {
            return known.orElseGet(() -> of(usage, UNNUMBERED, fitting, dependencies));
        }
        var byRoles = new HashMap<>(before.byRoles);
        var numbered = new ArrayList<>(before.numbered);
        var signature = known.orElseGet(() -> of(usage, compiled.size() + numbered.size(), fitting, dependencies));
        byRoles.put(roles, signature);
        if (known.isEmpty()) {
            numbered.add(signature);
        }
        learnt = new Learnt(Map.copyOf(byRoles), List.copyOf(numbered));
        return signature;
    }

    private static List<String> ids(Signature signature) {
        return signature.rules().stream().map(CompiledRule::id).toList();
    }
}
