package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.presence;
import static presentry.policy.Asked.rule;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.model.ImHandling;
import presentry.policy.model.RuleProblem;
import presentry.policy.model.Usage;

/** Rules for messages, as SER's presence server documents them. */
class MessageRulesTest {
    private static final PolicyEngine ENGINE = new PolicyEngine(PolicyOptions.DEFAULT);
    private static final String JANA = "<identity><id>sip:jana@test-domain.com</id></identity>";

    private static ImHandling decide(Asked asked) {
        asked.decision();
        return asked.policy()
                .decideMessage(
                        asked.watcher(), asked.moment().now(), asked.moment().sphere());
    }

    private static String handling(String conditions, String value) {
        return rule("a", conditions, "<im:im-handling>" + value + "</im:im-handling>", "");
    }

    @Test
    void aBlockedSenderIsBlockedAndOthersPass() {
        var asked = presence(handling(JANA, "block")).messages();

        assertThat(decide(asked.by("sip:jana@test-domain.com"))).isEqualTo(ImHandling.BLOCK);
        assertThat(decide(asked.by("sip:smith@test-domain.com"))).isEqualTo(ImHandling.ALLOW);
        assertThat(decide(asked)).isEqualTo(ImHandling.ALLOW);
    }

    @Test
    void withoutAnyDocumentMessagesPass() {
        assertThat(decide(Asked.documents().messages().by("sip:bob@example.com")))
                .isEqualTo(ImHandling.ALLOW);
    }

    @Test
    void aMatchingRuleWithoutActionLetsMessagesPass() {
        assertThat(decide(presence(rule("a", "", "", "")).messages())).isEqualTo(ImHandling.ALLOW);
    }

    @Test
    void theActionOfPresenceRulesSaysNothingAboutMessages() {
        assertThat(decide(presence(rule("a", "", "<pr:sub-handling>block</pr:sub-handling>", ""))
                        .messages()))
                .isEqualTo(ImHandling.ALLOW);
    }

    @ParameterizedTest
    @CsvSource({
        "block, block, BLOCK",
        "block, allow, ALLOW",
        "Allow, block, BLOCK",
        "confirm, confirm, BLOCK",
        "'', '', BLOCK",
        "' allow ', block, ALLOW"
    })
    void theMostPermissiveActionWinsAndOnlyAllowAllows(String one, String other, ImHandling combined) {
        assertThat(decide(presence(handling("", one), handling("", other)).messages()))
                .isEqualTo(combined);
    }

    @Test
    void sphereAndValidityAreHonoured() {
        var asked = presence(handling("<sphere value=\"work\"/>", "block")).messages();

        assertThat(decide(asked.sphere("work"))).isEqualTo(ImHandling.BLOCK);
        assertThat(decide(asked.sphere("home"))).isEqualTo(ImHandling.ALLOW);
    }

    @Test
    void aDocumentThatCannotBeUsedBlocksAllMessages() {
        var policy = Asked.documents("<ruleset").messages().policy();

        assertThat(policy.decideMessage(Asked.identity("sip:bob@example.com"), Asked.NOON, Optional.empty()))
                .isEqualTo(ImHandling.BLOCK);
    }

    /** A block rule with a condition nobody knows would never match: it would let through what it was written to stop. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:weather/>",
                "<weather/>",
                "<identity><x:group/></identity>",
                "<identity><many><x:except/></many></identity>",
                "<identity><one id=\"sip:bob@example.com\"><x:only/></one></identity>",
                "<oma:other-identity/>"
            })
    void anUnknownConditionIsRefusedBeforeItIsStored(String condition) {
        var problem = ENGINE.check(Usage.IM_RULES, Asked.ruleset(handling(condition, "block")));

        assertThat(problem).map(RuleProblem::kind).contains(RuleProblem.Kind.UNKNOWN_CONDITION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                JANA,
                "<sphere value=\"work\"/>",
                "<identity><many domain=\"example.com\"><except id=\"sip:bob@example.com\"/></many></identity>"
            })
    void knownConditionsAreAccepted(String conditions) {
        assertThat(ENGINE.check(Usage.IM_RULES, Asked.ruleset(handling(conditions, "block"))))
                .isEmpty();
    }

    /** RFC 5025, section 9.5: there are no constraints on presence rules. */
    @Test
    void presenceRulesMayHoldUnknownConditions() {
        assertThat(ENGINE.check(Usage.PRES_RULES, Asked.ruleset(Asked.allow("<x:weather/>"))))
                .isEmpty();
    }
}
