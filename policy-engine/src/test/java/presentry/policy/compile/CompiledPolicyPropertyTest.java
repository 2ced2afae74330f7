package presentry.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.evaluate.RuleEvaluator;
import presentry.policy.model.Dependency;
import presentry.policy.model.Moment;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;
import presentry.policy.read.RulesetReader;
import presentry.uri.CanonicalUri;

/**
 * The compiled policy answers what the rule-by-rule evaluator answers, and what it says about its answer is true. 10,000 sets of
 * documents with 12 situations each make 120,000 comparisons; jqwik prints the seed, and a failure is shrunk.
 */
class CompiledPolicyPropertyTest {
    private static final int DOCUMENT_SETS = 10_000;
    private static final int SITUATIONS = 12;
    private static final Map<String, List<String>> LISTS = Map.of(
            "friends", List.of("sip:alice@example.com", "tel:+12125551234"),
            "family", List.of("sip:alice@example.com;x=1", "sip:carol@sub.example.com"));
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2025-12-31T23:59:59.999999999Z"),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T12:00:00Z"),
            Instant.parse("2026-01-02T00:00:00Z"),
            Instant.parse("2026-01-03T00:00:00Z"),
            Instant.parse("2026-01-04T00:00:00.499999999Z"),
            Instant.parse("2026-01-04T00:00:00.5Z"),
            Instant.parse("2026-01-05T10:00:00Z"),
            Instant.parse("2026-01-05T14:00:00Z"),
            Instant.parse("2026-01-07T00:00:00Z"));

    record Situation(WatcherIdentity watcher, Moment moment) {}

    @Property(tries = DOCUMENT_SETS, edgeCases = EdgeCasesMode.NONE)
    void theCompiledPolicyAnswersWhatTheEvaluatorAnswers(
            @ForAll("documents") List<String> documents,
            @ForAll("situations") List<Situation> situations,
            @ForAll Usage usage) {
        var policy = compiled(usage, documents);
        var evaluator = evaluator(usage, documents);

        for (var situation : situations) {
            var moment = situation.moment();
            assertThat(policy.decide(situation.watcher(), moment.now(), moment.sphere())
                            .outcome())
                    .as("%s", situation)
                    .isSameAs(evaluator.decide(situation.watcher(), moment));
        }
    }

    @Property(tries = DOCUMENT_SETS / 4, edgeCases = EdgeCasesMode.NONE)
    void aDecisionHoldsUntilItSaysAndChangesThen(
            @ForAll("documents") List<String> documents, @ForAll("situations") List<Situation> situations) {
        var policy = compiled(Usage.PRES_RULES, documents);
        var evaluator = evaluator(Usage.PRES_RULES, documents);

        for (var situation : situations) {
            var sphere = situation.moment().sphere();
            var decision = policy.decide(situation.watcher(), situation.moment().now(), sphere);
            INSTANTS.stream()
                    .filter(later -> !later.isBefore(situation.moment().now()) && later.isBefore(decision.validUntil()))
                    .forEach(later -> assertThat(evaluator.decide(situation.watcher(), new Moment(later, sphere)))
                            .isSameAs(decision.outcome()));
            if (!decision.validUntil().equals(Instant.MAX)) {
                assertThat(evaluator.decide(situation.watcher(), new Moment(decision.validUntil(), sphere)))
                        .isNotSameAs(decision.outcome());
            }
        }
    }

    @Property(tries = DOCUMENT_SETS / 4, edgeCases = EdgeCasesMode.NONE)
    void whatADecisionDoesNotDependOnDoesNotChangeIt(
            @ForAll("documents") List<String> documents, @ForAll("situations") List<Situation> situations) {
        var policy = compiled(Usage.PRES_RULES, documents);

        for (var one : situations) {
            var now = one.moment().now();
            var sphere = one.moment().sphere();
            var decision = policy.decide(one.watcher(), now, sphere);
            for (var other : situations) {
                if (!decision.dependsOn(Dependency.SPHERE)) {
                    assertThat(policy.decide(one.watcher(), now, other.moment().sphere()))
                            .isEqualTo(decision);
                }
                if (!decision.dependsOn(Dependency.TIME)) {
                    assertThat(policy.decide(one.watcher(), other.moment().now(), sphere))
                            .isEqualTo(decision);
                }
            }
            assertThat(decision.dependsOn(Dependency.MUTUAL))
                    .isNotEqualTo(decision.outcome().stated());
        }
    }

    @Provide
    Arbitrary<List<String>> documents() {
        return GeneratedRules.documents();
    }

    @Provide
    Arbitrary<List<Situation>> situations() {
        var uri = Arbitraries.of(GeneratedRules.URIS)
                .map(text -> CanonicalUri.parse(text).orElseThrow());
        var identity = uri.list().ofMaxSize(3).map(WatcherIdentity::of);
        var watcher = Combinators.combine(identity, Arbitraries.of(false, false, true))
                .as((known, anonymous) -> anonymous ? known.withAnonymousRequest() : known);
        var moment = Combinators.combine(
                        Arbitraries.of(INSTANTS),
                        Arbitraries.of(GeneratedRules.SPHERES).optional(0.7))
                .as(Moment::new);
        return Combinators.combine(watcher, moment).as(Situation::new).list().ofSize(SITUATIONS);
    }

    private static final Dialect ALL = new Dialect(true, true);

    private static CompiledPolicy compiled(Usage usage, List<String> documents) {
        return new PolicyEngine(new PolicyOptions(ALL, RuleLimits.DEFAULT))
                .compile(usage, named(documents), CompiledPolicyPropertyTest::list);
    }

    private static RuleEvaluator evaluator(Usage usage, List<String> documents) {
        var reader = new RulesetReader(ALL, RuleLimits.DEFAULT, CompiledPolicyPropertyTest::list);
        return new RuleEvaluator(
                usage,
                named(documents).stream()
                        .map(document -> (RulesetReader.Result.Rules) reader.read(usage, document))
                        .flatMap(result -> result.rules().stream())
                        .toList());
    }

    private static List<String> list(String anchor) {
        return LISTS.getOrDefault(anchor, List.of());
    }

    private static List<RuleDocument> named(List<String> documents) {
        return IntStream.range(0, documents.size())
                .mapToObj(i -> new RuleDocument("document" + i, "", documents.get(i)))
                .toList();
    }
}
