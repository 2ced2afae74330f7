package presentry.bench;

import java.time.Instant;
import java.util.Optional;
import org.openjdk.jol.info.GraphLayout;
import presentry.policy.compile.CompiledPolicy;

/** How much heap a compiled policy takes, counted object by object. */
final class HeapReport {
    private HeapReport() {}

    static void print() {
        // Records hide where their fields are; JOL then has to find out by trying.
        System.setProperty("jol.magicFieldOffset", "true");
        // Fills what is shared by all policies: interned permissions, outcomes, classes.
        var shared = GraphLayout.parseInstance(new RuleSets(5, 3).compiled());
        for (var size : new RuleSets[] {
            new RuleSets(3, 25), new RuleSets(5, 41), new RuleSets(100, 280), new RuleSets(5, 10_000)
        }) {
            print(size, shared);
        }
    }

    private static void print(RuleSets size, GraphLayout shared) {
        CompiledPolicy policy = size.compiled();
        for (var watcher : size.identified()) {
            policy.decide(watcher, Instant.EPOCH, Optional.empty());
        }
        var layout = GraphLayout.parseInstance(policy).subtract(shared);
        var sizes = layout.getClassSizes();
        System.out.printf(
                "heap of %d rules, %d identities: %d bytes, estimated %d; of it in strings (shared by all policies that"
                        + " name the same people): %d%n",
                size.rules(),
                size.identities(),
                layout.totalSize(),
                policy.heapBytes(),
                sizes.count(String.class) + sizes.count(byte[].class));
    }
}
