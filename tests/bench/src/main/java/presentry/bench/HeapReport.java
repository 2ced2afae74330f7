package presentry.bench;

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
        print("1 rule, 25 identities", RuleSets.friends(25), shared);
        for (var size : new RuleSets[] {new RuleSets(5, 41), new RuleSets(100, 280), new RuleSets(5, 10_000)}) {
            print(size.rules() + " rules, " + size.identities() + " identities", size.compiled(), shared);
        }
    }

    private static void print(String name, CompiledPolicy policy, GraphLayout shared) {
        var layout = GraphLayout.parseInstance(policy).subtract(shared);
        var sizes = layout.getClassSizes();
        long names = sizes.count(String.class) + sizes.count(byte[].class);
        System.out.printf(
                "heap of %s: %d bytes without the names, %d in names; estimated %d together%n",
                name, layout.totalSize() - names, names, policy.heapBytes());
    }
}
