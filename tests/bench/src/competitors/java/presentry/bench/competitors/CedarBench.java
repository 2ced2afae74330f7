package presentry.bench.competitors;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import presentry.bench.RuleSets;

/** Cedar through its Java binding: one policy for each rule, parsed before and kept in its cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CedarBench {
    private static final EntityUID WATCH = EntityUID.parse("Action::\"watch\"").orElseThrow();
    private static final EntityUID ALICE =
            EntityUID.parse("Presentity::\"alice\"").orElseThrow();

    /** Rules x identities. */
    @Param({"5x41", "100x280", "5x10000"})
    public String size = "";

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private PolicySet policies = new PolicySet();
    private EntityUID[] watchers = {};
    private int turn;

    /** Parses the policies. */
    @Setup
    public void prepare() throws InternalException, CacheException {
        var rules = RuleSets.named(size);
        var text = new StringBuilder();
        for (int rule = 0; rule < rules.rules(); rule++) {
            var friends = rules.friendsOf(rule).stream().map(CedarBench::user).collect(Collectors.joining(", "));
            text.append("permit(principal, action == Action::\"watch\", resource) when { [")
                    .append(friends)
                    .append("].contains(principal) };\n");
        }
        policies = PolicySet.parsePolicies(text.toString());
        policies.cache();
        watchers = rules.watchers().stream()
                .map(uri -> EntityUID.parse(user(uri)).orElseThrow())
                .toArray(EntityUID[]::new);
    }

    private static String user(String uri) {
        return "User::\"" + uri + "\"";
    }

    /** May this one watch? */
    @Benchmark
    public AuthorizationResponse isAuthorized() throws AuthException {
        turn = (turn + 1) & 15;
        return engine.isAuthorized(
                new AuthorizationRequest(watchers[turn], WATCH, ALICE, Map.of()), policies, Set.of());
    }
}
