package presentry.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.model.Decision;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;

/** The same question answered in the ways it is answered elsewhere, for the ratio. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BaselineBench {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** Rules x identities. */
    @Param({"5x41", "100x280", "5x10000"})
    public String size = "";

    private final PolicyEngine engine = new PolicyEngine(PolicyOptions.DEFAULT);
    private final Cache<String, Decision> decisions =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private String text = "";
    private @Nullable Document dom;
    private WatcherIdentity[] watchers = {};
    private String[] uris = {};
    private int turn;

    /** Parses, and fills the cache. */
    @Setup
    public void prepare() throws ParserConfigurationException, SAXException, IOException {
        var rules = RuleSets.named(size);
        text = rules.document();
        dom = parse(text);
        watchers = rules.identified();
        uris = rules.watchers().toArray(String[]::new);
        var policy = rules.compiled();
        for (int i = 0; i < watchers.length; i++) {
            decisions.put(uris[i], policy.decide(watchers[i], NOW, Optional.empty()));
        }
    }

    private static Document parse(String text) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    /** The document is parsed and walked for every request. */
    @Benchmark
    public String parseAndWalk() throws ParserConfigurationException, SAXException, IOException {
        turn = (turn + 1) & 15;
        return DomWalk.handling(parse(text), uris[turn]);
    }

    /** The document is kept as a tree and walked for every request. */
    @Benchmark
    public String walkCachedDom() {
        turn = (turn + 1) & 15;
        return dom == null ? "" : DomWalk.handling(dom, uris[turn]);
    }

    /** Our own engine without anything kept: compile and decide. */
    @Benchmark
    public Decision compileAndDecide() {
        turn = (turn + 1) & 15;
        var policy = engine.compile(Usage.PRES_RULES, List.of(new RuleDocument("index", "", text)));
        return policy.decide(watchers[turn], NOW, Optional.empty());
    }

    /** Every decision is kept per watcher: what a look-up alone costs. */
    @Benchmark
    public @Nullable Decision lookUpInCaffeine() {
        turn = (turn + 1) & 15;
        return decisions.getIfPresent(uris[turn]);
    }
}
