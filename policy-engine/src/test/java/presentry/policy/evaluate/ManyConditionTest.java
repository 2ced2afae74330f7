package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.allow;
import static presentry.policy.Asked.presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.Asked;

/** RFC 4745, section 7.1.3. */
class ManyConditionTest {
    private static Asked identity(String members) {
        return presence(allow("<identity>" + members + "</identity>"));
    }

    /** RFC 4745, section 7.1.3.1. */
    @ParameterizedTest
    @ValueSource(strings = {"sip:bob@example.com", "tel:+12125551234", "urn:service:sos"})
    void manyMatchesAnyAuthenticatedWatcher(String watcher) {
        assertThat(identity("<many/>").by(watcher).allowed()).isTrue();
    }

    /** RFC 4745, section 7.1.3.2: exceptions are alternatives, domains and single users. */
    @ParameterizedTest
    @CsvSource({
        "sip:carol@example.net, true",
        "sip:carol@example.com, false",
        "sip:carol@example.org, false",
        "sip:alice@bad.example.net, false",
        "sip:carol@bad.example.net, true",
        "tel:+12125551234, false",
        "tel:+12125550000, true"
    })
    void manyWithExceptionsMatchesAllOthers(String watcher, boolean matches) {
        var asked = identity("<many><except domain=\"example.com\"/><except domain=\"example.org\"/>"
                + "<except id=\"sip:alice@bad.example.net\"/><except id=\"tel:+1-212-555-1234\"/></many>");

        assertThat(asked.by(watcher).allowed()).isEqualTo(matches);
    }

    /** RFC 4745, section 7.1.3.3. */
    @ParameterizedTest
    @CsvSource({
        "sip:carol@example.com, true",
        "sip:alice@example.com, false",
        "sip:bob@example.com, false",
        "sip:carol@example.org, false",
        "sips:alice@example.com, true",
        "mailto:carol@example.com, true",
        "tel:+12125551234, false"
    })
    void manyOfADomainMatchesItsUsersButTheExceptions(String watcher, boolean matches) {
        var asked = identity("<many domain=\"example.com\"><except id=\"sip:alice@example.com\"/>"
                + "<except id=\"sip:bob@example.com\"/></many>");

        assertThat(asked.by(watcher).allowed()).isEqualTo(matches);
    }

    /** An exception must not fail open for a domain that is an address. */
    @ParameterizedTest
    @CsvSource({
        "[2001:db8::1], sip:bob@[2001:DB8:0::1]",
        "192.0.2.1, sip:bob@192.0.2.1",
        "192.0.2.01, sip:bob@192.0.2.01",
        "192.0.2.1, sip:bob@192.0.2.01",
    })
    void anAddressCanBeExcepted(String domain, String watcher) {
        var asked = identity("<many><except domain=\"" + domain + "\"/></many>");

        assertThat(asked.by(watcher).allowed()).isFalse();
    }

    /** RFC 4745, section 7.1.3: label by label, no parts of names, and no wildcards (section 5). */
    @ParameterizedTest
    @CsvSource({
        "example.com, sip:bob@example.com, true",
        "EXAMPLE.Com, sip:bob@example.com, true",
        "example.com, sip:bob@sub.example.com, false",
        "sub.example.com, sip:bob@example.com, false",
        "*.example.com, sip:bob@sub.example.com, false",
        "'', sip:bob@example.com, false",
        "example.com., sip:bob@example.com, true", // a dot at the end is no other domain (decision 0111)
        ".example.com, sip:bob@example.com, false",
        "exam%70le.com, sip:bob@example.com, true",
        "exam%7, sip:bob@exam, false",
        "exam%zzple.com, sip:bob@example.com, false",
        "%ff.example.com, sip:bob@example.com, false",
        "b\u00fccher.example, sip:bob@xn--bcher-kva.example, true",
        "B\u00dcCHER.example, sip:bob@xn--bcher-kva.example, true",
        "b%C3%BCcher.example, sip:bob@xn--bcher-kva.example, true",
        "xn--bcher-kva.example, sip:bob@b%C3%BCcher.example, true",
        "stra\u00dfe.example, sip:bob@strasse.example, true",
        "192.0.2.1, sip:bob@192.0.2.1, true",
        "[2001:DB8::1], sip:bob@[2001:db8:0:0:0:0:0:1], true",
        "[2001:db8::2], sip:bob@[2001:db8::1], false",
        "[2001:db8::2, sip:bob@[2001:db8::2], false"
    })
    void domainsAreComparedInAscii(String domain, String watcher, boolean matches) {
        assertThat(identity("<many domain=\"" + domain + "\"/>").by(watcher).allowed())
                .isEqualTo(matches);
    }

    /** RFC 4745, section 7.1.3: the same comparison excludes. */
    @ParameterizedTest
    @ValueSource(strings = {"EXAMPLE.com", "exam%70le.com"})
    void exceptedDomainsAreComparedTheSameWay(String domain) {
        assertThat(identity("<many><except domain=\"" + domain + "\"/></many>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }

    /** RFC 4745, section 7.1.3: the port is no part of the domain. */
    @Test
    void theDomainOfAUriWithAPortIsItsHost() {
        assertThat(identity("<many domain=\"example.com\"/>")
                        .by("sip:bob@example.com:5080")
                        .allowed())
                .isTrue();
    }

    /** RFC 4745, section 7.1.3: an exception narrows the many around it and nothing beside it. */
    @Test
    void anExceptionDoesNotReachTheMembersBesideIt() {
        var asked = identity("<many domain=\"example.com\"><except id=\"sip:bob@example.com\"/></many>"
                + "<one id=\"sip:bob@example.com\"/>");

        assertThat(asked.by("sip:bob@example.com").allowed()).isTrue();
    }

    /** RFC 4745, section 7.1.3, with 7.1.1. */
    @Test
    void whoIsLeftOutOfOneManyCanBeInAnother() {
        var asked = identity("<many domain=\"example.com\"><except id=\"sip:bob@example.com\"/></many>"
                + "<many><except id=\"sip:carol@example.com\"/></many>");

        assertThat(asked.by("sip:bob@example.com").allowed()).isTrue();
        assertThat(asked.by("sip:carol@example.com").allowed()).isTrue();
    }

    /** RFC 5025, section 3.1.1.2: each identity is used for exceptions, too. */
    @Test
    void oneExceptedIdentityOfSeveralExcludesTheWatcher() {
        var asked = identity("<many domain=\"example.com\"><except id=\"tel:+12125551234\"/></many>");

        assertThat(asked.by("sip:bob@example.com", "tel:+12125551234").allowed())
                .isFalse();
        assertThat(asked.by("sip:bob@example.com", "tel:+12125550000").allowed())
                .isTrue();
    }

    /** RFC 5025, section 3.1.1.2: another identity's domain excludes as well. */
    @Test
    void theDomainOfAnyIdentityCounts() {
        var asked = identity("<many domain=\"example.com\"><except domain=\"example.org\"/></many>");

        assertThat(asked.by("sip:bob@example.com", "sip:bob@example.net").allowed())
                .isTrue();
        assertThat(asked.by("sip:bob@example.com", "sip:bob@example.org").allowed())
                .isFalse();
    }

    /** RFC 4745 is silent about an exception with both attributes: either excludes. */
    @Test
    void anExceptionWithBothAttributesExcludesByEither() {
        var asked = identity("<many><except id=\"sip:bob@example.com\" domain=\"example.org\"/></many>");

        assertThat(asked.by("sip:bob@example.com").allowed()).isFalse();
        assertThat(asked.by("sip:carol@example.org").allowed()).isFalse();
        assertThat(asked.by("sip:carol@example.com").allowed()).isTrue();
    }

    /** RFC 4745 is silent about an exception without attributes: it excludes nobody. */
    @Test
    void anExceptionWithoutAttributesExcludesNobody() {
        assertThat(identity("<many><except/></many>").by("sip:bob@example.com").allowed())
                .isTrue();
    }

    /** Decision 0110. */
    @Test
    void anExceptionInAPercentEncodedUriExcludesWhomItNames() {
        var asked = identity("<many><except id=\"sip%3Abob%40example.com\"/></many>");

        assertThat(asked.by("sip:bob@example.com").allowed()).isFalse();
        assertThat(asked.by("sip:carol@example.com").allowed()).isTrue();
    }

    /** Decision 0110: whom it was to keep out cannot be told, so nobody is let in by it. */
    @ParameterizedTest
    @ValueSource(strings = {"id=\"bob@example.com\"", "id=\"\"", "domain=\"a..b\"", "id=\"sip:a@b\" domain=\"*\""})
    void anExceptionThatCannotBeReadLeavesNobody(String attributes) {
        assertThat(identity("<many><except " + attributes + "/></many>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }

    /** Decision 0111. */
    @ParameterizedTest
    @ValueSource(strings = {"example.com.", "example.com"})
    void aDotAtTheEndOfADomainMakesNoDifference(String domain) {
        assertThat(identity("<many domain=\"" + domain + "\"/>")
                        .by("sip:bob@Example.com.")
                        .allowed())
                .isTrue();
    }

    /** RFC 4745, section 7.1.3: what stands inside can only narrow, so an unknown child makes it match nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"<x:except id=\"sip:eve@example.com\"/>", "<one id=\"sip:bob@example.com\"/>", "<only/>"})
    void aManyWithAnUnknownChildMatchesNobody(String child) {
        assertThat(identity("<many>" + child + "</many>")
                        .by("sip:bob@example.com")
                        .allowed())
                .isFalse();
    }
}
