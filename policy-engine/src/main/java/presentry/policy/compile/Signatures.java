package presentry.policy.compile;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import presentry.policy.model.Usage;

/**
 * The signatures of a policy, by number. Those of all single identities are found when the policy is compiled. Watchers with
 * several identities can fit other sets of rules: a bounded number of these is learnt as they appear.
 */
final class Signatures {
    /** The number of a signature that is not kept. */
    static final int UNNUMBERED = -1;

    private static final int MOST_LEARNT = 256;

    private final Usage usage;
    private final List<CompiledRule> rules;
    private final int dependencies;
    private final CopyOnWriteArrayList<Signature> numbered;
    private final int compiled;
    private final ConcurrentHashMap<RoleSet, Signature> learnt = new ConcurrentHashMap<>(0);

    /** @param compiled numbered from 0 in this order */
    Signatures(Usage usage, List<CompiledRule> rules, int dependencies, List<Signature> compiled) {
        this.usage = usage;
        this.rules = rules;
        this.dependencies = dependencies;
        this.numbered = new CopyOnWriteArrayList<>(compiled);
        this.compiled = compiled.size();
    }

    /** The signature of somebody with these roles. */
    Signature of(RoleSet roles) {
        var known = learnt.get(roles);
        return known != null ? known : learn(roles);
    }

    /** The ids of the rules of a signature; none for a number that belongs to none. */
    List<String> ruleIds(int number) {
        return number >= 0 && number < numbered.size() ? numbered.get(number).ruleIds() : List.of();
    }

    /** Bytes of heap, without the learnt ones. */
    int heapBytes() {
        int bytes = 128;
        for (var rule : rules) {
            bytes += rule.heapBytes();
        }
        for (int i = 0; i < compiled; i++) {
            bytes += numbered.get(i).heapBytes();
        }
        return bytes;
    }

    private synchronized Signature learn(RoleSet roles) {
        var fitting = rules.stream().filter(rule -> rule.fits(roles)).toList();
        var known =
                numbered.stream().filter(signature -> signature.has(fitting)).findFirst();
        boolean full = learnt.size() >= MOST_LEARNT;
        var signature =
                known.orElseGet(() -> new Signature(usage, full ? UNNUMBERED : numbered.size(), fitting, dependencies));
        if (!full) {
            learnt.put(roles, signature);
            if (known.isEmpty()) {
                numbered.add(signature);
            }
        }
        return signature;
    }
}
