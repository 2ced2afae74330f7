package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.allow;
import static presentry.policy.Asked.rule;
import static presentry.policy.Asked.ruleset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.model.Finding;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;

/** What an author of rules probably did not mean. */
class LintTest {
    private static final String ALLOW = "<pr:sub-handling>allow</pr:sub-handling>";
    private static final String BLOCK = "<pr:sub-handling>block</pr:sub-handling>";
    private static final String SHOWING = "<pr:provide-persons><pr:all-persons/></pr:provide-persons>";

    private static List<Finding> lint(String... rules) {
        return lintText(ruleset(String.join("\n", rules)));
    }

    private static List<Finding> lintText(String text) {
        return new Lint(PolicyOptions.DEFAULT)
                .check(Usage.PRES_RULES, List.of(new RuleDocument("index", "", text)), Asked.NOON);
    }

    private static String one(String id) {
        return "<identity><one id=\"" + id + "\"/></identity>";
    }

    @Test
    void aSoundDocumentHasNoFindings() {
        assertThat(lint(
                        rule("a", one("sip:bob@example.com"), ALLOW, SHOWING),
                        rule(
                                "b",
                                "<identity><many domain=\"example.org\"><except"
                                        + " id=\"sip:eve@example.org\"/></many></identity>",
                                "<pr:sub-handling>polite-block</pr:sub-handling>",
                                ""),
                        rule("c", one("sip:eve@example.org"), BLOCK, "")))
                .isEmpty();
    }

    @Test
    void aDocumentThatCannotBeUsedIsAnError() {
        assertThat(lintText("<ruleset>\n</rule>"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR))
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(2));
    }

    @Test
    void aBlockThatAnotherRuleOverridesIsFoundWithBothRules() {
        assertThat(lint(
                        rule("friends", "<identity><many domain=\"example.com\"/></identity>", ALLOW, SHOWING),
                        rule("not-joe", one("sip:joe@example.com"), BLOCK, "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem())
                        .contains("`not-joe` does not block sip:joe@example.com", "`friends`", "says allow"))
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(5));
    }

    @Test
    void aBlockOfADomainThatIsAllowedIsFound() {
        assertThat(lint(
                        rule("all", "<identity><many/></identity>", ALLOW, SHOWING),
                        rule("not-them", "<identity><many domain=\"example.org\"/></identity>", BLOCK, "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("anybody of example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "<x:weather/>, never matches",
        "<weather/>, never matches",
        "<sphere/>, never matches",
        "<sphere value=\"work\"/><sphere value=\"home\"/>, no sphere is in all",
        "<validity/>, never matches",
        "<validity><from>soon</from><until>later</until></validity>, no pair of times can be read",
        "<validity><from>2020-01-01T00:00:00Z</from><until>2021-01-01T00:00:00Z</until></validity>, its time is over",
        "<identity><one id=\"bob\"/></identity>, matches nobody",
        "<identity><many domain=\"*.example.com\"/></identity>, matches nobody",
        "<identity/>, watchers without identity only"
    })
    void aRuleThatCannotMatchIsFound(String conditions, String problem) {
        assertThat(lint(rule("a", conditions, ALLOW, SHOWING)))
                .anyMatch(finding -> finding.problem().contains(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "<pr:sub-handling>alow</pr:sub-handling>, write `allow`",
        "<pr:sub-handling>Allow</pr:sub-handling>, write `allow`",
        "<pr:sub-handling>polite_block</pr:sub-handling>, write `polite-block`",
        "<sub-handling>allow</sub-handling>, put it into urn:ietf:params:xml:ns:pres-rules",
        "<pr:subhandling>allow</pr:subhandling>, write <sub-handling>",
        "<pr:provide-mood>true</pr:provide-mood>, move it into <transformations>"
    })
    void aMisspeltActionIsFoundWithItsRemedy(String action, String remedy) {
        assertThat(lint(rule("a", "", action, SHOWING)))
                .anyMatch(finding -> finding.remedy().contains(remedy));
    }

    @ParameterizedTest
    @CsvSource({
        "<pr:provide-device-id>true</pr:provide-device-id>, write <provide-deviceID>",
        "<pr:provide-mood>True</pr:provide-mood>, write `true`",
        "<pr:provide-user-input>threshold</pr:provide-user-input>, write `thresholds`",
        "<pr:provide-devices><pr:deviceId>mac:1</pr:deviceId></pr:provide-devices>, write <deviceID>",
        "<pr:provide-unknown-attribute name=\"x:y\" ns=\"u\">true</pr:provide-unknown-attribute>, without a prefix",
        "<pr:sub-handling>allow</pr:sub-handling>, move it into <actions>",
        "<provide-mood>true</provide-mood>, put it into urn:ietf:params:xml:ns:pres-rules"
    })
    void aMisspeltTransformationIsFoundWithItsRemedy(String transformation, String remedy) {
        assertThat(lint(rule("a", "", ALLOW, SHOWING + transformation)))
                .anyMatch(finding -> finding.remedy().contains(remedy));
    }

    @Test
    void aRuleThatAnotherCoversIsFound() {
        assertThat(lint(
                        rule("bob", one("sip:bob@example.com"), ALLOW, ""),
                        rule("all", "<identity><many domain=\"example.com\"/></identity>", ALLOW, SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("`bob` adds nothing", "`all`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<identity><many domain=\"example.com\"/></identity><sphere value=\"work\"/>",
                "<identity><many domain=\"example.com\"><except id=\"tel:+12125551234\"/></many></identity>",
                "<identity><many domain=\"example.org\"/></identity>"
            })
    void aRuleThatAnotherCoversOnlySometimesIsNotFound(String conditions) {
        assertThat(lint(rule("bob", one("sip:bob@example.com"), ALLOW, ""), rule("all", conditions, ALLOW, SHOWING)))
                .noneMatch(finding -> finding.problem().contains("adds nothing"));
    }

    @Test
    void ofTwoEqualRulesOneIsFound() {
        assertThat(lint(
                        rule("a", one("sip:bob@example.com"), ALLOW, SHOWING),
                        rule("b", one("sip:bob@example.com"), ALLOW, SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("`b` adds nothing"));
    }

    @Test
    void aRuleThatGrantsNothingIsFound() {
        assertThat(lint(rule("a", "", "", "")))
                .anyMatch(finding -> finding.problem().contains("grants nothing"));
    }

    @Test
    void anAllowThatShowsNothingIsFound() {
        assertThat(lint(allow(""))).anyMatch(finding -> finding.problem().contains("empty document"));
    }

    @Test
    void theOldDialectIsPointedOut() {
        var old = lint(rule("a", "<identity><id>sip:bob@example.com</id></identity>", ALLOW, SHOWING));

        assertThat(old)
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.HINT));
    }

    @Test
    void aMixtureOfDialectsIsFound() {
        assertThat(lint(rule(
                        "a",
                        "<identity><one id=\"sip:bob@example.com\"/><id>sip:carol@example.com</id></identity>",
                        ALLOW,
                        SHOWING)))
                .anyMatch(finding -> finding.problem().contains("matches nobody: <id>"));
    }

    @Test
    void aPhoneNumberAsSipUriIsPointedOut() {
        assertThat(lint(rule("a", one("sip:+12125551234@example.com;user=phone"), ALLOW, SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("tel:+12125551234"));
    }

    @Test
    void anExceptionFromAnotherDomainIsPointedOut() {
        assertThat(lint(rule(
                        "a",
                        "<identity><many domain=\"example.com\"><except id=\"sip:eve@example.org\"/></many></identity>",
                        ALLOW,
                        SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("is not in the domain"));
    }

    @Test
    void aPermissionOfOmasIsFoundWithTheKeyThatSwitchesItOn() {
        String permission =
                "<o:provide-willingness xmlns:o=\"urn:oma:xml:prs:pres-rules\">true</o:provide-willingness>";

        assertThat(lint(rule("a", "<identity><many/></identity>", ALLOW, SHOWING + permission)))
                .anySatisfy(finding -> assertThat(finding.problem()).endsWith("is obeyed only with policy.oma"));
    }

    @Test
    void aConditionOfOmasIsFoundWithTheKeyThatSwitchesItOn() {
        assertThat(lint(rule("a", "<o:other-identity xmlns:o=\"urn:oma:xml:xdm:common-policy\"/>", ALLOW, SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).endsWith("not obeyed here (policy.oma)"));
    }

    /** Decisions 0102 and 0110: such an exception keeps out nobody, or everybody. */
    @ParameterizedTest
    @CsvSource({
        "<except/>, it has no id and no domain",
        "<except id=\"bob\"/>, is no URI",
        "<except domain=\"*.example.org\"/>, is no domain name",
    })
    void anExceptionThatExceptsNobodyIsFoundInItsLine(String except, String problem) {
        assertThat(lint(rule("a", "<identity><many>\n" + except + "\n</many></identity>", ALLOW, SHOWING)))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.problem()).contains(problem);
                    assertThat(finding.line()).isEqualTo(5);
                });
    }

    @Test
    void anExceptionOfAllIsFound() {
        assertThat(lint(rule(
                        "a",
                        "<identity><many domain=\"example.com\"><except domain=\"EXAMPLE.com\"/></many></identity>",
                        ALLOW,
                        SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("excepts everybody"));
    }

    @ParameterizedTest
    @CsvSource({
        "<sphere value=\"work\"/>, <sphere value=\"home\"/>",
        "<validity><from>2040-01-01T00:00:00Z</from><until>2041-01-01T00:00:00Z</until></validity>,"
                + " <validity><from>2041-01-01T00:00:00Z</from><until>2042-01-01T00:00:00Z</until></validity>",
        "'', <validity><from>2020-01-01T00:00:00Z</from><until>2021-01-01T00:00:00Z</until></validity>",
    })
    void aBlockIsNotOverriddenByARuleThatNeverMatchesWithIt(String ofTheBlock, String ofTheOther) {
        var bob = one("sip:bob@example.com");

        assertThat(lint(rule("not-bob", bob + ofTheBlock, BLOCK, ""), rule("bob", bob + ofTheOther, ALLOW, SHOWING)))
                .noneMatch(finding -> finding.problem().contains("does not block"));
    }

    @ParameterizedTest
    @CsvSource({
        "<identity><many domain=\"example.com\"/></identity>, 'put an exception for sip:bob@example.com into rule `b`'",
        "'', 'which it has to be given: <identity><many>'",
        "<identity><one id=\"sip:bob@example.com\"/></identity>, take sip:bob@example.com out of rule `b`",
    })
    void theRemedyForAnOverriddenBlockFitsTheOtherRule(String conditions, String remedy) {
        assertThat(lint(rule("a", one("sip:bob@example.com"), BLOCK, ""), rule("b", conditions, ALLOW, SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains(remedy));
    }

    @Test
    void whoeverHasNoIdentityIsKeptOutByAskingForOne() {
        assertThat(lint(rule("a", "<identity/>", BLOCK, ""), rule("b", "", ALLOW, SHOWING)))
                .anyMatch(finding ->
                        finding.remedy().equals("ask for an identity in rule `b`: <identity><many/></identity>"));
    }

    @Test
    void aTimeThatIsNoneIsFoundThoughAnotherPairHolds() {
        assertThat(lint(rule(
                        "a",
                        "<validity><from>2030-01-01</from><until>2031-01-01T00:00:00Z</until>"
                                + "<from>2031-01-01T00:00:00Z</from><until>2032-01-01T00:00:00Z</until></validity>",
                        ALLOW,
                        SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).startsWith("`2030-01-01` is no time"));
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsNotSaidToBeOver() {
        assertThat(lint(rule(
                        "a",
                        "<validity><from>2041-01-01T00:00:00Z</from><until>2040-01-01T00:00:00Z</until></validity>",
                        ALLOW,
                        SHOWING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("no <until> is after its <from>"));
    }

    @Test
    void aPhoneNumberThatStandsThereAsTelUriTooIsNotPointedOut() {
        assertThat(lint(rule(
                        "a",
                        "<identity><one id=\"sip:+12125551234@example.com\"/><one"
                                + " id=\"tel:+1-212-555-1234\"/></identity>",
                        ALLOW,
                        SHOWING)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<pr:provide-persons><pr:deviceID>mac:1</pr:deviceID></pr:provide-persons>, <deviceID>",
        "<pr:provide-devices><pr:all-persons/></pr:provide-devices>, <all-persons>",
        "<pr:provide-user-input> bare</pr:provide-user-input>, ` bare` is no value",
        "<pr:provide-all-attributes>false</pr:provide-all-attributes>, whatever it holds",
    })
    void aGrantThatDoesNotMeanWhatItSeemsToIsFound(String transformation, String problem) {
        assertThat(lint(rule("a", "", ALLOW, SHOWING + transformation)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains(problem));
    }
}
