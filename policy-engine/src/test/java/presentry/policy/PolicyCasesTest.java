package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.policy.model.Permissions;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Usage;
import presentry.policy.model.Verdict;
import presentry.policy.read.RuleLimits;

/** Policy unit tests of operators. */
class PolicyCasesTest {
    private static final String EVERYTHING = """
        <pr:provide-services><pr:all-services/></pr:provide-services>
        <pr:provide-persons><pr:all-persons/></pr:provide-persons>
        <pr:provide-devices><pr:all-devices/></pr:provide-devices>
        <pr:provide-all-attributes/>
        """;
    private static final String PRESENCE = "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\""
        + " entity=\"sip:alice@example.com\"><tuple id=\"t\"><status><basic>open</basic></status></tuple></presence>";
    private static final PolicyCases CASES = new PolicyCases(RuleLimits.DEFAULT);

    private static PolicyCase of(Usage usage, String handling, String transformations, Optional<String> pidf) {
        var action = usage == Usage.PRES_RULES
                ? "<pr:sub-handling>" + handling + "</pr:sub-handling>"
                : "<im:im-handling>" + handling + "</im:im-handling>";
        return new PolicyCase(
                usage,
                CaseDialect.AUTO,
                List.of(Asked.ruleset(Asked.rule("b", "", handling.isEmpty() ? "" : action, transformations)
                        + Asked.rule("a", "", "", ""))),
                List.of("sip:bob@example.com"),
                false,
                Asked.NOON,
                Optional.empty(),
                Map.of(),
                pidf,
                Optional.empty());
    }

    private static PolicyCase with(PolicyCase asked, List<String> documents, Optional<PolicyCase.Mode> mode) {
        return new PolicyCase(
                asked.usage(),
                asked.dialect(),
                documents,
                asked.identities(),
                asked.anonymous(),
                asked.at(),
                asked.sphere(),
                asked.lists(),
                asked.pidf(),
                mode);
    }

    @Test
    void anAnswerNamesTheMatchingRulesInOrder() {
        var answer = CASES.answer(of(Usage.PRES_RULES, "allow", EVERYTHING, Optional.empty()));

        assertThat(answer.rules()).containsExactly("a", "b");
        assertThat(answer.decision().outcome().handling()).isEqualTo(SubHandling.ALLOW);
        assertThat(answer.decision().outcome().permissions()).isSameAs(Permissions.EVERYTHING);
        assertThat(answer.decision().validUntil()).isEqualTo(Instant.MAX);
        assertThat(answer.verdict()).isEmpty();
        assertThat(answer.error()).isEmpty();
    }

    @Test
    void anAllowedWatcherIsSentTheFilteredDocument() {
        var shown = of(Usage.PRES_RULES, "allow", EVERYTHING, Optional.of(PRESENCE));
        var empty = of(Usage.PRES_RULES, "allow", "", Optional.of(PRESENCE));

        assertThat(CASES.answer(shown).pidf()).contains(PRESENCE);
        assertThat(CASES.answer(empty).pidf().orElseThrow()).doesNotContain("tuple");
    }

    @Test
    void aPolitelyBlockedWatcherIsSentAClosedService() {
        var answer = CASES.answer(of(Usage.PRES_RULES, "polite-block", EVERYTHING, Optional.of(PRESENCE)));

        assertThat(answer.pidf().orElseThrow())
                .contains("entity=\"sip:alice@example.com\"", "<basic>closed</basic>")
                .doesNotContain("open");
    }

    @ParameterizedTest
    @CsvSource({"block", "confirm", "''"})
    void whoIsNotAllowedIsSentNothing(String handling) {
        assertThat(CASES.answer(of(Usage.PRES_RULES, handling, EVERYTHING, Optional.of(PRESENCE)))
                        .pidf())
                .isEmpty();
    }

    @Test
    void aModeAsksForWhatIsDoneInTheEnd() {
        var asked = of(Usage.PRES_RULES, "", "", Optional.of(PRESENCE));
        var mutual = new PolicyCase.Mode(PolicyDefault.MUTUAL, true);

        var answer = CASES.answer(with(asked, List.of(), Optional.of(mutual)));

        assertThat(answer.verdict())
                .contains(new Verdict(SubHandling.ALLOW, Permissions.EVERYTHING, Verdict.Source.MUTUAL));
        assertThat(answer.pidf()).contains(PRESENCE);
    }

    @Test
    void aDocumentThatCannotBeUsedIsAnErrorAndMatchesNothing() {
        var asked = of(Usage.PRES_RULES, "allow", EVERYTHING, Optional.of(PRESENCE));

        var answer = CASES.answer(with(asked, List.of(asked.documents().getFirst(), "<ruleset"), Optional.empty()));

        assertThat(answer.error().orElseThrow()).startsWith("document 2, line 1: ");
        assertThat(answer.rules()).isEmpty();
        assertThat(answer.decision().outcome().handling()).isEqualTo(SubHandling.CONFIRM);
        assertThat(answer.pidf()).isEmpty();
    }

    @Test
    void aPresenceDocumentThatCannotBeReadIsAnError() {
        var answer = CASES.answer(of(Usage.PRES_RULES, "allow", EVERYTHING, Optional.of("<tuple/>")));

        assertThat(answer.error().orElseThrow()).startsWith("presence document, ");
        assertThat(answer.pidf()).isEmpty();
    }

    @Test
    void messageRulesHaveADefaultOfTheirOwn() {
        var asked = of(Usage.IM_RULES, "", "", Optional.empty());
        var mode = Optional.of(new PolicyCase.Mode(PolicyDefault.BLOCK, false));

        assertThat(CASES.answer(with(asked, List.of(), mode))
                        .verdict()
                        .orElseThrow()
                        .handling())
                .isEqualTo(SubHandling.ALLOW);
        assertThat(CASES.answer(of(Usage.IM_RULES, "block", "", Optional.empty()))
                        .decision()
                        .outcome()
                        .handling())
                .isEqualTo(SubHandling.BLOCK);
    }
}
