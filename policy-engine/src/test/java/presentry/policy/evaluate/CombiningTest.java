package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.documents;
import static presentry.policy.Asked.presence;
import static presentry.policy.Asked.rule;
import static presentry.policy.Asked.ruleset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.Asked;
import presentry.policy.model.Attribute;
import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.policy.model.UserInput;

/** RFC 4745, section 10.2, and RFC 5025, section 3.2.1. */
class CombiningTest {
    private static String handling(String value) {
        return rule("a", "", "<pr:sub-handling>" + value + "</pr:sub-handling>", "");
    }

    private static String showing(String transformations) {
        return rule("a", "", "", transformations);
    }

    /** RFC 5025, section 3.2.1: the order of the values, and the maximum of all matching rules. */
    @ParameterizedTest
    @CsvSource({
        "block, block, BLOCK",
        "block, confirm, CONFIRM",
        "confirm, polite-block, POLITE_BLOCK",
        "polite-block, allow, ALLOW",
        "allow, block, ALLOW",
        "block, allow, ALLOW",
        "polite-block, block, POLITE_BLOCK"
    })
    void theMostPermissiveHandlingWins(String one, String other, SubHandling combined) {
        assertThat(presence(handling(one), handling(other)).handling()).isEqualTo(combined);
    }

    /** RFC 5025, section 3.2.1, "note well": a block does not deny what another matching rule allows. */
    @Test
    void allowForADomainBeatsBlockForAMember() {
        var asked = presence(
                rule(
                        "domain",
                        "<identity><many domain=\"example.com\"/></identity>",
                        "<pr:sub-handling>allow</pr:sub-handling>",
                        ""),
                rule(
                        "joe",
                        "<identity><one id=\"sip:joe@example.com\"/></identity>",
                        "<pr:sub-handling>block</pr:sub-handling>",
                        ""));

        assertThat(asked.by("sip:joe@example.com").handling()).isEqualTo(SubHandling.ALLOW);
    }

    /** RFC 5025, section 3.2.1: the values are what they are, spelled and cased so; anything else is the least. */
    @ParameterizedTest
    @ValueSource(strings = {"Allow", "ALLOW", "permit", "", "allow block", "<x:allow/>", "al<x:x/>low"})
    void anInvalidHandlingCountsAsBlockAndIsStated(String value) {
        var outcome = presence(handling(value)).outcome();

        assertThat(outcome.handling()).isEqualTo(SubHandling.BLOCK);
        assertThat(outcome.stated()).isTrue();
    }

    /** XML Schema part 2: a token is what remains after white space is collapsed. */
    @Test
    void whiteSpaceAroundAHandlingIsIgnored() {
        assertThat(presence(handling("\n  allow\t")).handling()).isEqualTo(SubHandling.ALLOW);
    }

    /** RFC 5025, section 3.2.1: the default is block; nothing was stated, though. */
    @Test
    void aMatchingRuleWithoutActionStatesNothing() {
        var outcome =
                presence(showing("<pr:provide-mood>true</pr:provide-mood>")).outcome();

        assertThat(outcome.handling()).isEqualTo(SubHandling.BLOCK);
        assertThat(outcome.stated()).isFalse();
        assertThat(outcome.matched()).isTrue();
    }

    /** RFC 4745, section 10.2: transformations are combined whatever the action of their rule. */
    @Test
    void theTransformationsOfARuleWithoutActionCount() {
        var outcome = presence(handling("allow"), showing("<pr:provide-mood>true</pr:provide-mood>"))
                .outcome();

        assertThat(outcome.handling()).isEqualTo(SubHandling.ALLOW);
        assertThat(outcome.permissions().shows(Attribute.MOOD)).isTrue();
    }

    /** RFC 4745, section 10.2. */
    @Test
    void whereNoRuleMatchesNothingIsGranted() {
        assertThat(presence().outcome()).isSameAs(Outcome.noRule(SubHandling.BLOCK));
    }

    /** RFC 4745, section 10.2: the maximum for integers. */
    @ParameterizedTest
    @CsvSource({
        "false, bare, BARE",
        "bare, thresholds, THRESHOLDS",
        "thresholds, full, FULL",
        "full, false, FULL",
        "Full, bare, BARE",
        "' full ', false, FALSE",
        "true, 1, FALSE"
    })
    void theHighestLevelOfUserInputWins(String one, String other, UserInput combined) {
        var asked = presence(
                showing("<pr:provide-user-input>" + one + "</pr:provide-user-input>"),
                showing("<pr:provide-user-input>" + other + "</pr:provide-user-input>"));

        assertThat(asked.outcome().permissions().userInput()).isEqualTo(combined);
    }

    /** RFC 4745, section 10.2: TRUE if at least one rule has TRUE. */
    @ParameterizedTest
    @CsvSource({"true, false, true", "false, false, false", "1, 0, true", "TRUE, yes, false", "' true ', '', true"})
    void aBooleanIsTrueIfAnyRuleSaysSo(String one, String other, boolean combined) {
        var asked = presence(
                showing("<pr:provide-note>" + one + "</pr:provide-note>"),
                showing("<pr:provide-note>" + other + "</pr:provide-note>"));

        assertThat(asked.outcome().permissions().shows(Attribute.NOTE)).isEqualTo(combined);
    }

    /** RFC 5025, section 3.3.1.1: the union of sets; its example. */
    @Test
    void setsAreUnited() {
        var asked = presence(
                showing("<pr:provide-devices><pr:deviceID>urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6</pr:deviceID>"
                        + "<pr:class>biz</pr:class></pr:provide-devices>"),
                showing("<pr:provide-devices><pr:class>home</pr:class><pr:class>biz</pr:class></pr:provide-devices>"));

        assertThat(asked.outcome().permissions().devices().members())
                .extracting(member -> member.kind().element() + "=" + member.value())
                .containsExactly("class=biz", "class=home", "deviceID=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    }

    /** RFC 5025, section 3.3.1.1: all of them is all of them. */
    @Test
    void allOccurrencesAbsorbSomeOfThem() {
        var devices = presence(
                        showing("<pr:provide-devices><pr:class>home</pr:class></pr:provide-devices>"),
                        showing("<pr:provide-devices><pr:all-devices/></pr:provide-devices>"))
                .outcome()
                .permissions()
                .devices();

        assertThat(devices.all()).isTrue();
        assertThat(devices.members()).isEmpty();
    }

    /** RFC 5025, section 9.7: all documents of the user count together. */
    @Test
    void theRulesOfAllDocumentsAreCombined() {
        var asked = documents(ruleset(handling("block")), ruleset(handling("allow")));

        assertThat(asked.handling()).isEqualTo(SubHandling.ALLOW);
    }

    /** RFC 4745, section 10.1: equal ids do not make two rules one. */
    @Test
    void rulesWithTheSameIdInTwoDocumentsBothCount() {
        var asked = documents(
                ruleset(rule("a", "", "<pr:sub-handling>allow</pr:sub-handling>", "")),
                ruleset(rule("a", "", "", "<pr:provide-all-attributes/>")));

        assertThat(asked.outcome().permissions().allAttributes()).isTrue();
        assertThat(asked.handling()).isEqualTo(SubHandling.ALLOW);
    }

    /** RFC 5025, sections 3.2 and 3.3: what is not known is ignored, and what is in the wrong place is not known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rule id=\"a\"><actions><x:sub-handling>allow</x:sub-handling></actions></rule>",
                "<rule id=\"a\"><actions><sub-handling>allow</sub-handling></actions></rule>",
                "<rule id=\"a\"><transformations><pr:sub-handling>allow</pr:sub-handling></transformations></rule>",
                "<rule id=\"a\"><actions><pr:provide-all-attributes/></actions></rule>",
                "<rule id=\"a\"><actions><x:y><pr:sub-handling>allow</pr:sub-handling></x:y></actions></rule>",
                "<rule id=\"a\"><transformations><x:provide-all-attributes/></transformations></rule>"
            })
    void unknownAndMisplacedGrantsAreIgnored(String rule) {
        var outcome = presence(rule).outcome();

        assertThat(outcome.stated()).isFalse();
        assertThat(outcome.permissions()).isSameAs(Permissions.NONE);
    }

    /** RFC 4745, section 10.3: its example, with sub-handling for Y and user input for Z. */
    @Test
    void theExampleOfTheCombiningRulesComesOutAsItSays() {
        var asked = presence(
                        example("1", "bob", "home", "2003-12-24T21:00:00+01:00", "allow", "thresholds"),
                        example("2", "alice", "work", "2003-12-24T21:00:00+01:00", "allow", "full"),
                        example("3", "bob", "work", "2003-12-24T21:00:00+01:00", "confirm", "bare"),
                        example("4", "tom", "work", "2003-12-24T21:00:00+01:00", "allow", "full"),
                        example("5", "bob", "work", "2003-12-24T23:30:00+01:00", "polite-block", "thresholds"),
                        example("6", "bob", "work", "2003-12-23T17:00:00+01:00", "allow", "bare"))
                .by("sip:bob@example.com")
                .sphere("work")
                .at("2003-12-24T16:15:00Z");

        assertThat(asked.matchingRules()).containsExactly("3", "5");
        assertThat(asked.handling()).isEqualTo(SubHandling.POLITE_BLOCK);
        assertThat(asked.outcome().permissions().userInput()).isEqualTo(UserInput.THRESHOLDS);
    }

    private static String example(String id, String who, String sphere, String until, String handling, String input) {
        var from = id.equals("6") ? "2003-12-22T17:00:00+01:00" : "2003-12-24T17:00:00+01:00";
        return rule(
                id,
                "<identity><one id=\"sip:" + who + "@example.com\"/></identity><sphere value=\"" + sphere
                        + "\"/><validity><from>" + from + "</from><until>" + until + "</until></validity>",
                "<pr:sub-handling>" + handling + "</pr:sub-handling>",
                "<pr:provide-user-input>" + input + "</pr:provide-user-input>");
    }

    /** RFC 5025, section 6: its example. */
    @Test
    void theExampleDocumentOfPresenceRulesComesOutAsItSays() {
        var asked = Asked.documents("""
            <cr:ruleset xmlns="urn:ietf:params:xml:ns:pres-rules" xmlns:cr="urn:ietf:params:xml:ns:common-policy">
              <cr:rule id="one-user">
                <cr:conditions><cr:identity><cr:one id="sip:user@example.com"/></cr:identity></cr:conditions>
                <cr:actions><sub-handling>allow</sub-handling></cr:actions>
                <cr:transformations>
                  <provide-services>
                    <service-uri-scheme>sip</service-uri-scheme>
                    <service-uri-scheme>mailto</service-uri-scheme>
                  </provide-services>
                  <provide-persons><all-persons/></provide-persons>
                  <provide-activities>true</provide-activities>
                  <provide-user-input>bare</provide-user-input>
                  <provide-unknown-attribute ns="urn:vendor-specific:foo-namespace" name="foo"
                    >true</provide-unknown-attribute>
                </cr:transformations>
              </cr:rule>
            </cr:ruleset>
            """).by("sip:user@example.com");
        var permissions = asked.outcome().permissions();

        assertThat(asked.handling()).isEqualTo(SubHandling.ALLOW);
        assertThat(permissions.services().members()).extracting("value").containsExactly("mailto", "sip");
        assertThat(permissions.persons().all()).isTrue();
        assertThat(permissions.devices().isEmpty()).isTrue();
        assertThat(permissions.attributes()).containsExactly(Attribute.ACTIVITIES);
        assertThat(permissions.userInput()).isEqualTo(UserInput.BARE);
        assertThat(permissions.showsUnknown("urn:vendor-specific:foo-namespace", "foo"))
                .isTrue();
    }
}
