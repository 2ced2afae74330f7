package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.allow;
import static presentry.policy.Asked.presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.Asked;

/** RFC 4745, section 7: conditions as such, and the sphere of section 7.3. */
class ConditionsTest {
    private static final String BOB = "<identity><one id=\"sip:bob@example.com\"/></identity>";

    /** RFC 4745, section 7: unknown is FALSE, so the rule does not match, whatever else it says. */
    @ParameterizedTest
    @ValueSource(strings = {"<x:weather/>", "<weather/>", "<x:identity/>", "<pr:sphere value=\"work\"/>"})
    void aRuleWithAnUnknownConditionDoesNotMatch(String unknown) {
        assertThat(presence(allow(unknown)).by("sip:bob@example.com").allowed()).isFalse();
        assertThat(presence(allow(BOB + unknown)).by("sip:bob@example.com").allowed())
                .isFalse();
    }

    /** RFC 4745, section 7: only elements are conditions. */
    @Test
    void commentsAndWhiteSpaceAreNoConditions() {
        assertThat(presence(allow("\n  <!-- everybody -->\n  <?hint none?>\n")).allowed())
                .isTrue();
    }

    /** RFC 4745, section 4, "upgradeable": what a server does not know must not make it reveal more. */
    @Test
    void aRuleWithAnUnknownPartDoesNotMatch() {
        var rule = "<rule id=\"a\"><x:only-if/><actions><pr:sub-handling>allow</pr:sub-handling></actions></rule>";

        assertThat(presence(rule).allowed()).isFalse();
    }

    /** RFC 4745, section 6: other elements beside the rules are none. */
    @Test
    void aRuleOfAnotherNamespaceIsIgnored() {
        var rule = "<x:rule id=\"a\"><actions><pr:sub-handling>allow</pr:sub-handling></actions></x:rule>";

        assertThat(presence(rule).outcome().matched()).isFalse();
    }

    private static Asked sphere(String value) {
        return presence(allow("<sphere value=\"" + value + "\"/>"));
    }

    /** RFC 4745, section 7.3: one of the tokens, without regard to case. */
    @ParameterizedTest
    @CsvSource({
        "work, work, true",
        "work, WORK, true",
        "Work, work, true",
        "home work, work, true",
        "home   work, work, true",
        "home, work, false",
        "workplace, work, false",
        "work, workplace, false",
        "bowling league, bowling league, false",
        "bowling league, bowling, true",
        "'', work, false"
    })
    void theSphereMustBeOneOfTheTokens(String value, String current, boolean matches) {
        assertThat(sphere(value).sphere(current).allowed()).isEqualTo(matches);
    }

    /** RFC 5025, section 3.1.2: an undefined sphere matches nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"work", "undefined", ""})
    void anUndefinedSphereMatchesNothing(String value) {
        assertThat(sphere(value).allowed()).isFalse();
    }

    /** RFC 4745, section 7.3: the value is the attribute. */
    @Test
    void theContentOfASphereConditionIsNotRead() {
        assertThat(presence(allow("<sphere>work</sphere>")).sphere("work").allowed())
                .isFalse();
    }

    /** RFC 4745, section 6: two conditions are and-ed, so no sphere can fulfil both of these. */
    @Test
    void twoSphereConditionsMustBothMatch() {
        var asked = presence(allow("<sphere value=\"work home\"/><sphere value=\"work\"/>"));

        assertThat(asked.sphere("work").allowed()).isTrue();
        assertThat(asked.sphere("home").allowed()).isFalse();
    }

    /** RFC 4745, section 7.3, its three rules. */
    @ParameterizedTest
    @CsvSource({
        "sip:andrew@example.com, work, true",
        "sip:andrew@example.com, home, false",
        "sip:allison@example.com, home, true",
        "sip:allison@example.com, work, false",
        "sip:john@doe.example.com, work, true",
        "sip:john@doe.example.com, home, true",
        "sip:john@doe.example.com, travel, false"
    })
    void differentPeopleMayWatchInDifferentSpheres(String watcher, String sphere, boolean matches) {
        var asked = presence(
                allow("<sphere value=\"work\"/><identity><one id=\"sip:andrew@example.com\"/></identity>"),
                allow("<sphere value=\"home\"/><identity><one id=\"sip:allison@example.com\"/></identity>"),
                allow("<identity><one id=\"sip:john@doe.example.com\"/></identity><sphere value=\"home work\"/>"));

        assertThat(asked.by(watcher).sphere(sphere).allowed()).isEqualTo(matches);
    }
}
