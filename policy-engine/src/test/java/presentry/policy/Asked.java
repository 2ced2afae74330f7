package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.evaluate.RuleEvaluator;
import presentry.policy.model.Decision;
import presentry.policy.model.Moment;
import presentry.policy.model.Outcome;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;
import presentry.policy.read.RulesetReader;
import presentry.uri.CanonicalUri;

/**
 * Rules and a situation, to be asked what they decide. Every question is answered by the compiled policy and by the rule-by-rule
 * evaluator, and both must agree.
 */
public record Asked(
        Usage usage,
        Dialect dialect,
        List<String> texts,
        WatcherIdentity watcher,
        Moment moment,
        Map<String, List<String>> lists) {
    /** An afternoon without meaning. */
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** What a document begins with: common policy without a prefix, presence rules as {@code pr}, message rules as {@code im}. */
    public static String ruleset(String rules) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules"
                xmlns:im="urn:iptel:xml:ns:im-rules" xmlns:oma="urn:oma:xml:xdm:common-policy" xmlns:x="urn:example:x">
            """ + rules + "</ruleset>";
    }

    /** A rule that allows, under these conditions. */
    public static String allow(String conditions) {
        return rule("allow", conditions, "<pr:sub-handling>allow</pr:sub-handling>", "");
    }

    /** A rule. */
    public static String rule(String id, String conditions, String actions, String transformations) {
        return "<rule id=\"" + id + "\"><conditions>" + conditions + "</conditions><actions>" + actions
                + "</actions><transformations>" + transformations + "</transformations></rule>";
    }

    /** Presence rules in one document. */
    public static Asked presence(String... rules) {
        return documents(ruleset(String.join("", rules)));
    }

    /** Presence rules in these documents. */
    public static Asked documents(String... documents) {
        return new Asked(
                Usage.PRES_RULES,
                Dialect.DEFAULT,
                List.of(documents),
                WatcherIdentity.UNAUTHENTICATED,
                new Moment(NOON, Optional.empty()),
                Map.of());
    }

    public Asked messages() {
        return new Asked(Usage.IM_RULES, dialect, texts, watcher, moment, lists);
    }

    public Asked in(Dialect dialect) {
        return new Asked(usage, dialect, texts, watcher, moment, lists);
    }

    public Asked by(String... uris) {
        return by(identity(uris));
    }

    public Asked by(WatcherIdentity watcher) {
        return new Asked(usage, dialect, texts, watcher, moment, lists);
    }

    public Asked at(String instant) {
        return new Asked(usage, dialect, texts, watcher, new Moment(Instant.parse(instant), moment.sphere()), lists);
    }

    public Asked sphere(String sphere) {
        return new Asked(usage, dialect, texts, watcher, new Moment(moment.now(), Optional.of(sphere)), lists);
    }

    public Asked withList(String anchor, String... uris) {
        return new Asked(usage, dialect, texts, watcher, moment, Map.of(anchor, List.of(uris)));
    }

    public static WatcherIdentity identity(String... uris) {
        return WatcherIdentity.of(Arrays.stream(uris)
                .map(uri -> CanonicalUri.parse(uri).orElseThrow())
                .toList());
    }

    public CompiledPolicy policy() {
        var named = IntStream.range(0, texts.size())
                .mapToObj(i -> new RuleDocument("document" + i, "", texts.get(i)))
                .toList();
        return new PolicyEngine(new PolicyOptions(dialect, RuleLimits.DEFAULT)).compile(usage, named, this::members);
    }

    private List<String> members(String anchor) {
        return lists.getOrDefault(anchor, List.of());
    }

    public RuleEvaluator evaluator() {
        var reader = new RulesetReader(dialect, RuleLimits.DEFAULT, this::members);
        var rules = texts.stream()
                .flatMap(text -> ((RulesetReader.Result.Rules) reader.read(usage, new RuleDocument("", "", text)))
                        .rules().stream())
                .toList();
        return new RuleEvaluator(usage, rules);
    }

    public Decision decision() {
        var decision = policy().decide(watcher, moment.now(), moment.sphere());
        assertThat(evaluator().decide(watcher, moment)).isSameAs(decision.outcome());
        return decision;
    }

    public Outcome outcome() {
        return decision().outcome();
    }

    public SubHandling handling() {
        return outcome().handling();
    }

    /** Whether anything was granted by a rule that {@link #allow} made. */
    public boolean allowed() {
        return handling() == SubHandling.ALLOW;
    }

    public List<String> matchingRules() {
        return evaluator().matching(watcher, moment).stream()
                .map(Rule::id)
                .sorted()
                .toList();
    }
}
