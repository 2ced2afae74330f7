package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.allow;
import static presentry.policy.Asked.presence;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.Asked;
import presentry.policy.model.Dependency;

/** RFC 4745, section 7.4. */
class ValidityConditionTest {
    private static String pair(String from, String until) {
        return "<from>" + from + "</from><until>" + until + "</until>";
    }

    private static Asked valid(String... pairs) {
        return presence(allow("<validity>" + String.join("", pairs) + "</validity>"));
    }

    /** RFC 4745, section 7.4: greater than or equal to from, less than until. */
    @ParameterizedTest
    @CsvSource({
        "2003-08-15T15:19:59.999Z, false",
        "2003-08-15T15:20:00Z, true",
        "2003-09-15T15:19:59.999999999Z, true",
        "2003-09-15T15:20:00Z, false"
    })
    void aRuleHoldsFromTheFirstInstantToTheOneBeforeTheLast(String now, boolean matches) {
        var asked = valid(pair("2003-08-15T10:20:00.000-05:00", "2003-09-15T10:20:00.000-05:00"));

        assertThat(asked.at(now).allowed()).isEqualTo(matches);
    }

    /** RFC 4745, section 7.4: the pairs are alternatives. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T12:00:00Z, true",
        "2026-01-02T12:00:00Z, false",
        "2026-01-03T12:00:00Z, true",
        "2026-01-04T12:00:00Z, false"
    })
    void eachPairIsAnAlternative(String now, boolean matches) {
        var asked = valid(
                pair("2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z"),
                pair("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"));

        assertThat(asked.at(now).allowed()).isEqualTo(matches);
    }

    /** RFC 4745, section 7.4: several validity elements are and-ed. */
    @ParameterizedTest
    @CsvSource({"2026-01-01T12:00:00Z, false", "2026-01-02T12:00:00Z, true", "2026-01-03T12:00:00Z, false"})
    void twoValidityConditionsMustBothHold(String now, boolean matches) {
        var asked = presence(allow("<validity>" + pair("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z")
                + "</validity><validity>" + pair("2026-01-02T00:00:00Z", "2026-01-04T00:00:00Z") + "</validity>"));

        assertThat(asked.at(now).allowed()).isEqualTo(matches);
    }

    /** RFC 4745, section 7.4: from and until must come in pairs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<from>2000-01-01T00:00:00Z</from>",
                "<until>2100-01-01T00:00:00Z</until>",
                "<until>2100-01-01T00:00:00Z</until><from>2000-01-01T00:00:00Z</from>",
                "<from>2000-01-01T00:00:00Z</from><from>2000-01-01T00:00:00Z</from>"
                        + "<until>2100-01-01T00:00:00Z</until><until>2100-01-01T00:00:00Z</until>",
                "<from>2000-01-01T00:00:00Z</from><until>2100-01-01T00:00:00Z</until>"
                        + "<from>2000-01-01T00:00:00Z</from>",
                "<from>2000-01-01T00:00:00Z</from><until>2100-01-01T00:00:00Z</until><x:monday/>",
                "<x:from>2000-01-01T00:00:00Z</x:from><x:until>2100-01-01T00:00:00Z</x:until>"
            })
    void aValidityThatIsNotMadeOfPairsNeverHolds(String content) {
        assertThat(valid(content).allowed()).isFalse();
    }

    /** RFC 4745, section 7.4: what is no dateTime is never reached; the other pairs still count. */
    @ParameterizedTest
    @ValueSource(strings = {"soon", "2000-01-01", "2000-02-30T00:00:00Z", "2000-01-01T25:00:00Z", ""})
    void aPairWithAnUnreadableTimeIsFalseAndLeavesTheOthersAlone(String from) {
        assertThat(valid(pair(from, "2100-01-01T00:00:00Z")).allowed()).isFalse();
        assertThat(valid(pair(from, "2100-01-01T00:00:00Z"), pair("2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z"))
                        .allowed())
                .isTrue();
    }

    /** XML Schema part 2, section 3.2.7.4: without a zone only what is true in every zone counts. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-10T13:59:59Z, false",
        "2026-01-10T14:00:00Z, true",
        "2026-01-19T09:59:59Z, true",
        "2026-01-19T10:00:00Z, false"
    })
    void timesWithoutAZoneShrinkTheIntervalByFourteenHours(String now, boolean matches) {
        assertThat(valid(pair("2026-01-10T00:00:00", "2026-01-20T00:00:00"))
                        .at(now)
                        .allowed())
                .isEqualTo(matches);
    }

    /** RFC 4745, section 7.4, with the decision's own word for how long it holds. */
    @ParameterizedTest
    @CsvSource({
        "2025-12-31T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z",
        "2026-01-02T00:00:00Z, 2026-01-03T00:00:00Z",
        "2026-01-03T00:00:00Z, 2026-01-04T00:00:00Z"
    })
    void aDecisionHoldsUntilTheNextBoundary(String now, String until) {
        var asked = valid(
                pair("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
                pair("2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z"));

        assertThat(asked.at(now).decision().validUntil()).isEqualTo(Instant.parse(until));
    }

    @Test
    void afterTheLastBoundaryADecisionHoldsForEver() {
        var asked = valid(pair("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")).at("2026-01-02T00:00:00Z");

        assertThat(asked.decision().validUntil()).isEqualTo(Instant.MAX);
    }

    @Test
    void aBoundaryWhereNothingChangesDoesNotEndADecision() {
        var asked = valid(
                        pair("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
                        pair("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"))
                .at("2026-01-01T12:00:00Z");

        assertThat(asked.decision().validUntil()).isEqualTo("2026-01-03T00:00:00Z");
    }

    @Test
    void whoIsInNoRuleWithAValidityDependsOnNoTime() {
        var asked = presence(allow("<identity><one id=\"sip:bob@example.com\"/></identity><validity>"
                + pair("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z") + "</validity>"));

        assertThat(asked.by("sip:bob@example.com").decision().dependsOn(Dependency.TIME))
                .isTrue();
        assertThat(asked.by("sip:carol@example.com").decision().dependsOn(Dependency.TIME))
                .isFalse();
    }

    @Test
    void aPairThatEndsBeforeItBeginsNeverHolds() {
        assertThat(valid(pair("2100-01-01T00:00:00Z", "2000-01-01T00:00:00Z")).allowed())
                .isFalse();
    }
}
