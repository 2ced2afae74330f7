package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.documents;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.policy.Asked;

/**
 * The example documents of RFC 4745, whole, as clients that follow the text write them: empty actions and transformations, so that what
 * there is to see is which rules apply. That of RFC 5025, section 6, is in {@link CombiningTest}.
 */
class ExampleDocumentsTest {
    private static Asked document(String... rules) {
        return documents(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ruleset xmlns=\"urn:ietf:params:xml:ns:common-policy\">\n"
                        + String.join("\n", rules) + "\n</ruleset>\n");
    }

    private static String rule(String id, String conditions) {
        return "  <rule id=\"" + id + "\">\n    <conditions>" + conditions
                + "</conditions>\n    <actions/>\n    <transformations/>\n  </rule>";
    }

    private static String christmasEve() {
        return "<validity><from>2003-12-24T17:00:00+01:00</from><until>2003-12-24T19:00:00+01:00</until></validity>";
    }

    private static boolean applies(Asked asked) {
        return !asked.matchingRules().isEmpty();
    }

    /** Section 7.1.2. */
    @ParameterizedTest
    @CsvSource({
        "sip:alice@example.com, true",
        "tel:+1-212-555-1234, true",
        "tel:+12125551234, true",
        "mailto:bob@example.net, true",
        "mailto:alice@example.com, false",
        "sip:+12125551234@example.com;user=phone, false",
        "sip:bob@example.net, false"
    })
    void threeEntities(String watcher, boolean matches) {
        var asked = document(rule(
                "f3g44r1",
                "<identity><one id=\"sip:alice@example.com\"/><one id=\"tel:+1-212-555-1234\" />"
                        + "<one id=\"mailto:bob@example.net\" /></identity>"));

        assertThat(applies(asked.by(watcher))).isEqualTo(matches);
        assertThat(applies(asked)).isFalse();
    }

    /** Section 7.1.3.1. */
    @ParameterizedTest
    @CsvSource({"sip:alice@example.com", "tel:+12125551234", "mailto:bob@example.net", "sips:eve@bad.example.net"})
    void anyAuthenticatedUser(String watcher) {
        var asked = document(rule("f3g44r5", "<identity><many/></identity>"));

        assertThat(applies(asked.by(watcher))).isTrue();
        assertThat(applies(asked)).isFalse();
    }

    /** Section 7.1.3.2: its rule also asks for a sphere and a time. */
    @ParameterizedTest
    @CsvSource({
        "sip:carol@good.example.net, work, 2003-12-24T16:00:00Z, true",
        "sip:carol@good.example.net, work, 2003-12-24T15:59:59Z, false",
        "sip:carol@good.example.net, work, 2003-12-24T18:00:00Z, false",
        "sip:carol@good.example.net, home, 2003-12-24T16:00:00Z, false",
        "sip:carol@example.com, work, 2003-12-24T16:00:00Z, false",
        "sip:carol@example.org, work, 2003-12-24T16:00:00Z, false",
        "sip:carol@sub.example.org, work, 2003-12-24T16:00:00Z, true",
        "sip:alice@bad.example.net, work, 2003-12-24T16:00:00Z, false",
        "sip:bob@good.example.net, work, 2003-12-24T16:00:00Z, false",
        "sip:bob@bad.example.net, work, 2003-12-24T16:00:00Z, true",
        "tel:+12125551234, work, 2003-12-24T16:00:00Z, false",
        "tel:+12125551235, work, 2003-12-24T16:00:00Z, true",
        "sip:alice@example.com, work, 2003-12-24T16:00:00Z, false"
    })
    void allButSomeDomainsAndUsers(String watcher, String sphere, String at, boolean matches) {
        var asked = document(rule(
                "f3g44r1",
                "<sphere value=\"work\"/><identity><many><except domain=\"example.com\"/><except"
                        + " domain=\"example.org\"/><except id=\"sip:alice@bad.example.net\"/><except"
                        + " id=\"sip:bob@good.example.net\"/><except id=\"tel:+1-212-555-1234\" /><except"
                        + " id=\"sip:alice@example.com\"/></many></identity>"
                        + christmasEve()));

        assertThat(applies(asked.by(watcher).sphere(sphere).at(at))).isEqualTo(matches);
    }

    /** Section 7.1.3.3. */
    @ParameterizedTest
    @CsvSource({
        "sip:carol@example.com, true",
        "sip:alice@example.com, false",
        "sip:bob@example.com, false",
        "sip:carol@example.org, false"
    })
    void aDomainButSomeUsers(String watcher, boolean matches) {
        var asked = document(rule(
                "f3g44r1",
                "<identity><many domain=\"example.com\"><except id=\"sip:alice@example.com\"/>"
                        + "<except id=\"sip:bob@example.com\"/></many></identity>"));

        assertThat(applies(asked.by(watcher))).isEqualTo(matches);
    }

    /** Section 7.3. */
    @ParameterizedTest
    @CsvSource({
        "sip:andrew@example.com, work, f3g44r2",
        "sip:andrew@example.com, home, ",
        "sip:allison@example.com, home, y6y55r2",
        "sip:allison@example.com, work, ",
        "sip:john@doe.example.com, home, z6y55r2",
        "sip:john@doe.example.com, Work, z6y55r2",
        "sip:john@doe.example.com, travel, "
    })
    void differentPeopleInDifferentSpheres(String watcher, String sphere, String rule) {
        var asked = document(
                rule("f3g44r2", "<sphere value=\"work\"/><identity><one id=\"sip:andrew@example.com\"/></identity>"),
                rule("y6y55r2", "<sphere value=\"home\"/><identity><one id=\"sip:allison@example.com\"/></identity>"),
                rule(
                        "z6y55r2",
                        "<identity><one id=\"sip:john@doe.example.com\"/></identity><sphere value=\"home work\"/>"));

        assertThat(String.join(" ", asked.by(watcher).sphere(sphere).matchingRules()))
                .isEqualTo(rule == null ? "" : rule);
    }

    /** Section 7.4. */
    @ParameterizedTest
    @CsvSource({
        "2003-08-15T15:19:59.999Z, false",
        "2003-08-15T15:20:00Z, true",
        "2003-09-15T15:19:59.999Z, true",
        "2003-09-15T15:20:00Z, false"
    })
    void aMonthForEverybody(String at, boolean matches) {
        var asked = document(
                rule(
                        "f3g44r3",
                        "<validity><from>2003-08-15T10:20:00.000-05:00</from><until>2003-09-15T10:20:00.000-05:00</until></validity>"));

        assertThat(applies(asked.at(at))).isEqualTo(matches);
        assertThat(applies(asked.by("sip:bob@example.com").at(at))).isEqualTo(matches);
    }

    /** Section 12. */
    @ParameterizedTest
    @CsvSource({
        "sip:bob@example.com, work, 2003-12-24T17:30:00Z, true",
        "sip:bob@example.com, home, 2003-12-24T17:30:00Z, false",
        "sip:bob@example.com, work, 2003-12-25T17:30:00Z, false",
        "sip:alice@example.com, work, 2003-12-24T17:30:00Z, false"
    })
    void somebodyAtWorkOnChristmasEve(String watcher, String sphere, String at, boolean matches) {
        var asked = document(rule(
                "f3g44r1",
                "<identity><one id=\"sip:bob@example.com\"/></identity><sphere value=\"work\"/>" + christmasEve()));

        assertThat(applies(asked.by(watcher).sphere(sphere).at(at))).isEqualTo(matches);
    }
}
