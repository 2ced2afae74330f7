package presentry.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;

/** From the text of a rule document to something that decides. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompileBench {
    /** Rules x identities. */
    @Param({"5x41", "100x280", "5x10000"})
    public String size = "";

    private final PolicyEngine engine = new PolicyEngine(PolicyOptions.DEFAULT);
    private RuleDocument document = new RuleDocument("", "", "");

    /** Writes the document. */
    @Setup
    public void write() {
        document = new RuleDocument("index", "", RuleSets.named(size).document());
    }

    /** Parses and compiles. */
    @Benchmark
    public CompiledPolicy compile() {
        return engine.compile(Usage.PRES_RULES, List.of(document));
    }
}
