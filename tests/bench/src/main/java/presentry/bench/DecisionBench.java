package presentry.bench;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Decision;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/** One decision: with the canonical identity at hand, and with the URI as text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBench {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** Rules x identities. */
    @Param({"5x41", "100x280", "5x10000"})
    public String size = "";

    private CompiledPolicy policy = new RuleSets(1, 3).compiled();
    private WatcherIdentity[] watchers = {};
    private String[] texts = {};
    private int turn;

    /** Compiles. */
    @Setup
    public void compile() {
        var rules = RuleSets.named(size);
        policy = rules.compiled();
        watchers = rules.identified();
        texts = rules.watchers().toArray(String[]::new);
    }

    /** The identity is canonical already, as in a server that refreshes a decision. */
    @Benchmark
    public Decision decide() {
        turn = (turn + 1) & 15;
        return policy.decide(watchers[turn], NOW, Optional.empty());
    }

    /** The identity is a text, as in a request that comes in. */
    @Benchmark
    public Decision parseUriAndDecide() {
        turn = (turn + 1) & 15;
        var uri = CanonicalUri.parse(texts[turn]).orElseThrow();
        return policy.decide(WatcherIdentity.of(uri), NOW, Optional.empty());
    }
}
