package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.allow;
import static presentry.policy.Asked.presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.Asked;

/** RFC 4745, sections 7.1 and 7.2, with RFC 5025, section 3.1.1. */
class IdentityConditionTest {
    private static Asked identity(String members) {
        return presence(allow("<identity>" + members + "</identity>"));
    }

    /** RFC 4745, section 7.1.1: without an identity condition the rule applies to any user, authenticated or not. */
    @Test
    void aRuleWithoutIdentityConditionMatchesAnUnauthenticatedWatcher() {
        assertThat(presence(allow("")).allowed()).isTrue();
    }

    /** RFC 4745, section 7.1.1. */
    @Test
    void aRuleWithoutConditionsElementMatchesEverybody() {
        var rule = "<rule id=\"a\"><actions><pr:sub-handling>allow</pr:sub-handling></actions></rule>";

        assertThat(presence(rule).allowed()).isTrue();
        assertThat(presence(rule).by("sip:bob@example.com").allowed()).isTrue();
    }

    /** RFC 5025, section 3.1.1.2: an unauthenticated request matches an empty identity element only. */
    @Test
    void anEmptyIdentityMatchesAnUnauthenticatedWatcher() {
        assertThat(identity("").allowed()).isTrue();
    }

    /** RFC 4745, section 7.1.1: nothing is or-ed together, which is FALSE for somebody with an identity. */
    @Test
    void anEmptyIdentityDoesNotMatchAnAuthenticatedWatcher() {
        assertThat(identity("").by("sip:bob@example.com").allowed()).isFalse();
    }

    /** RFC 4745, section 7.1.1: only authenticated entities can be matched. */
    @ParameterizedTest
    @ValueSource(strings = {"<one id=\"sip:bob@example.com\"/>", "<many/>", "<many domain=\"example.com\"/>"})
    void noMemberMatchesAnUnauthenticatedWatcher(String member) {
        assertThat(identity(member).allowed()).isFalse();
    }

    /** RFC 4745, section 7.1.1. */
    @Test
    void theMembersOfAnIdentityAreAlternatives() {
        var asked = identity("<one id=\"sip:alice@example.com\"/><one id=\"tel:+1-212-555-1234\"/>"
                + "<one id=\"mailto:bob@example.net\"/>");

        assertThat(asked.by("sip:alice@example.com").allowed()).isTrue();
        assertThat(asked.by("tel:+12125551234").allowed()).isTrue();
        assertThat(asked.by("mailto:bob@example.net").allowed()).isTrue();
        assertThat(asked.by("sip:bob@example.net").allowed()).isFalse();
    }

    /** RFC 4745, section 6: all expressions must be TRUE, two of the same name included. */
    @Test
    void twoIdentityConditionsMustBothMatch() {
        var asked = presence(allow("<identity><many domain=\"example.com\"/></identity>"
                + "<identity><many><except id=\"sip:bob@example.com\"/></many></identity>"));

        assertThat(asked.by("sip:alice@example.com").allowed()).isTrue();
        assertThat(asked.by("sip:bob@example.com").allowed()).isFalse();
        assertThat(asked.by("sip:alice@example.org").allowed()).isFalse();
    }

    /** RFC 5025, section 3.1.1.2: URIs of different schemes are never equivalent. */
    @ParameterizedTest
    @CsvSource({
        "sip:+12125551234@example.com;user=phone, tel:+12125551234",
        "tel:+12125551234, sip:+12125551234@example.com;user=phone",
        "sip:bob@example.com, sips:bob@example.com",
        "sip:bob@example.com, pres:bob@example.com",
        "sip:bob@example.com, mailto:bob@example.com"
    })
    void uriSchemesAreNeverMixed(String rule, String watcher) {
        assertThat(identity("<one id=\"" + rule + "\"/>").by(watcher).allowed()).isFalse();
    }

    /** RFC 3261, section 19.1.4. */
    @ParameterizedTest
    @CsvSource({
        "sip:bob@example.com, SIP:bob@EXAMPLE.com, true",
        "sip:bob@example.com, sip:Bob@example.com, false",
        "sip:bob@example.com, sip:%62ob@example.com, true",
        "sip:b%2Bob@example.com, sip:b+ob@example.com, false",
        "sip:bob@example.com, sip:bob@example.com:5060, false",
        "sip:bob@example.com:5060, sip:bob@example.com:5060, true",
        "sip:bob@example.com;transport=tcp, sip:bob@example.com, false",
        "sip:bob@example.com;transport=tcp, sip:bob@example.com;transport=TCP, true",
        "sip:bob@example.com;security=on, sip:bob@example.com, true",
        "sip:bob@example.com;security=on, sip:bob@example.com;security=off, false",
        "sip:bob@example.com;security=on, sip:bob@example.com;newparam=5, true",
        "sip:bob@example.com;method=INVITE, sip:bob@example.com, false",
        "sip:bob@example.com?subject=x, sip:bob@example.com, false",
        "sip:bob:secret@example.com, sip:bob@example.com, false",
        "sip:example.com, sip:bob@example.com, false",
        "tel:+1(212)555.1234, tel:+1-212-555-1234, true",
        "tel:5551234;phone-context=example.com, tel:5551234;phone-context=EXAMPLE.com, true",
        "tel:5551234;phone-context=example.com, tel:5551234;phone-context=example.org, false",
        "tel:+12125551234, tel:12125551234;phone-context=+1, false"
    })
    void oneComparesAsUrisAreCompared(String rule, String watcher, boolean matches) {
        assertThat(identity("<one id=\"" + rule + "\"/>").by(watcher).allowed()).isEqualTo(matches);
    }

    /** RFC 4745, section 7.2: the id must be a URI; without a scheme it is none and equals nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com", "bob", "", "sip:", "sip:bob@"})
    void anIdThatIsNoUriMatchesNobody(String id) {
        assertThat(identity("<one id=\"" + id + "\"/>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }

    /** XML Schema part 2: white space around an anyURI is not part of it. */
    @Test
    void whiteSpaceAroundAnIdIsIgnored() {
        assertThat(identity("<one id=\"  sip:bob@example.com\n\"/>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isTrue();
    }

    /** RFC 5025, section 3.1.1.2: each of several asserted identities is used. */
    @Test
    void anyOfSeveralIdentitiesMatchesOne() {
        assertThat(identity("<one id=\"tel:+12125551234\"/>")
                        .by("sip:bob@example.com", "tel:+12125551234")
                        .allowed())
                .isTrue();
    }

    /** RFC 4745, section 7.1: an element inside one is an extension nobody defined, and could only narrow it. */
    @Test
    void aOneWithAnUnknownChildMatchesNobody() {
        assertThat(identity("<one id=\"sip:bob@example.com\"><x:only-at-night/></one>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }

    /** RFC 4745, section 7.2: a single entity must not have a domain. */
    @Test
    void aOneWithADomainMatchesNobody() {
        assertThat(identity("<one id=\"sip:bob@example.com\" domain=\"example.com\"/>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }

    /** RFC 4745, section 7.1.2: the attribute is in no namespace. */
    @Test
    void anIdInAForeignNamespaceIsNotRead() {
        assertThat(identity("<one x:id=\"sip:bob@example.com\"/>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }

    /** RFC 4745, section 7.1.1: an unknown child is FALSE, and the others still count. */
    @ParameterizedTest
    @ValueSource(strings = {"<x:group name=\"friends\"/>", "<x:one id=\"sip:bob@example.com\"/>", "<everyone/>"})
    void anUnknownMemberIsFalseAndLeavesTheOthersAlone(String unknown) {
        assertThat(identity(unknown).by("sip:bob@example.com").allowed()).isFalse();
        assertThat(identity(unknown).allowed()).isFalse();
        assertThat(identity(unknown + "<one id=\"sip:bob@example.com\"/>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isTrue();
    }
}
