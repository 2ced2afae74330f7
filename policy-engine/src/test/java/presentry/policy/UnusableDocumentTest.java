package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.model.Permissions;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.RuleProblem;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;

/** A stored document that cannot be used grants nothing, and neither do the documents beside it. */
class UnusableDocumentTest {
    private static final String ALLOW_ALL = Asked.ruleset(Asked.allow(""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<ruleset xmlns=\"urn:ietf:params:xml:ns:common-policy\">",
                "<ruleset/>",
                "<x:ruleset xmlns:x=\"urn:example:x\"/>",
                "<!DOCTYPE ruleset><ruleset xmlns=\"urn:ietf:params:xml:ns:common-policy\"/>"
            })
    void everybodyWaitsForTheOwnersWord(String document) {
        var policy = Asked.documents(ALLOW_ALL, document).policy();
        var outcome = policy.decide(WatcherIdentity.UNAUTHENTICATED, Asked.NOON, Optional.empty())
                .outcome();

        assertThat(policy.usable()).isFalse();
        assertThat(outcome.handling()).isEqualTo(SubHandling.CONFIRM);
        assertThat(outcome.stated()).isTrue();
        assertThat(outcome.permissions()).isSameAs(Permissions.NONE);
    }

    @Test
    void theProblemNamesDocumentAndLine() {
        var policy = Asked.documents(ALLOW_ALL, "<ruleset>\n\n</rules>").policy();

        assertThat(policy.problems().getFirst().sentence()).startsWith("document1, line 3: ");
    }

    @Test
    void aLineThatIsNotKnownIsNotNamed() {
        var attributes =
                IntStream.range(0, 2000).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining());
        var policy = Asked.documents("<ruleset" + attributes + "/>").policy();

        assertThat(policy.problems().getFirst().sentence()).startsWith("document0: ");
    }

    @Test
    void aUsablePolicyHasNoProblems() {
        var policy = Asked.documents(ALLOW_ALL).policy();

        assertThat(policy.usable()).isTrue();
        assertThat(policy.problems()).isEmpty();
    }

    @Test
    void aUserWithoutDocumentsHasNone() {
        assertThat(Asked.documents().policy().documentExists()).isFalse();
        assertThat(Asked.documents(Asked.ruleset("")).policy().documentExists()).isTrue();
    }

    @Test
    void whatPassesALimitIsRefusedBeforeItIsStored() {
        var two = Asked.ruleset(Asked.allow("<identity><one id=\"sip:a@b.c\"/></identity>")
                + Asked.allow("<identity><one id=\"sip:a@b.c\"/><one id=\"sip:d@e.f\"/></identity>"));

        assertThat(check(new RuleLimits(10, 10, 10), two)).contains(RuleProblem.Kind.TOO_LARGE);
        assertThat(check(new RuleLimits(10_000, 1, 10), two)).contains(RuleProblem.Kind.TOO_LARGE);
        assertThat(check(new RuleLimits(10_000, 2, 2), two)).contains(RuleProblem.Kind.TOO_LARGE);
        assertThat(check(new RuleLimits(10_000, 2, 3), two)).isEmpty();
    }

    @Test
    void aStoredDocumentAboveALimitCannotBeUsed() {
        var engine = new PolicyEngine(new PolicyOptions(Dialect.DEFAULT, new RuleLimits(10, 1, 1)));

        assertThat(engine.compile(Usage.PRES_RULES, List.of(new RuleDocument("index", "", ALLOW_ALL)))
                        .usable())
                .isFalse();
    }

    private static Optional<RuleProblem.Kind> check(RuleLimits limits, String text) {
        return new PolicyEngine(new PolicyOptions(Dialect.DEFAULT, limits))
                .check(Usage.PRES_RULES, text)
                .map(RuleProblem::kind);
    }
}
