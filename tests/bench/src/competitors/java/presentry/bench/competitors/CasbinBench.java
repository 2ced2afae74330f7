package presentry.bench.competitors;

import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import presentry.bench.RuleSets;

/** jCasbin: one line of policy for each friend, none for domains, which it would have to match by a function of ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CasbinBench {
    /** Rules x identities. */
    @Param({"5x41", "100x280", "5x10000"})
    public String size = "";

    private Enforcer enforcer = new Enforcer();
    private String[] watchers = {};
    private int turn;

    /** Fills the policy. */
    @Setup
    public void prepare() {
        var model = new Model();
        model.addDef("r", "r", "sub, act");
        model.addDef("p", "p", "sub, act");
        model.addDef("e", "e", "some(where (p.eft == allow))");
        model.addDef("m", "m", "r.sub == p.sub && r.act == p.act");
        enforcer = new Enforcer(model);
        var rules = RuleSets.named(size);
        for (int rule = 0; rule < rules.rules(); rule++) {
            rules.friendsOf(rule).forEach(friend -> enforcer.addPolicy(friend, "watch"));
        }
        watchers = rules.watchers().toArray(String[]::new);
    }

    /** May this one watch? */
    @Benchmark
    public boolean enforce() {
        turn = (turn + 1) & 15;
        return enforcer.enforce(watchers[turn], "watch");
    }
}
