package presentry.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import presentry.policy.model.Attribute;
import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Verdict;

/** Who decides where rules are silent; RFC 5025, section 3.2.1, and RFC 3857. */
class PrecedenceTest {
    private static final Outcome NO_RULE = Outcome.noRule(SubHandling.BLOCK);
    private static final Permissions MOOD =
            Permissions.builder().attribute(Attribute.MOOD).build();

    private static Verdict decide(PolicyDefault mode, Outcome outcome, boolean documentExists, boolean mirrored) {
        return Precedence.decide(mode, outcome, documentExists, mirrored, Permissions.EVERYTHING);
    }

    @ParameterizedTest
    @EnumSource
    void whatARuleStatesIsFinalWhateverTheDefault(PolicyDefault mode) {
        for (var stated : SubHandling.values()) {
            var verdict = decide(mode, Outcome.of(stated, true, MOOD), true, true);

            assertThat(verdict).isEqualTo(new Verdict(stated, MOOD, Verdict.Source.RULES));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MUTUAL, true, true, ALLOW, MUTUAL",
        "MUTUAL, false, true, ALLOW, MUTUAL",
        "MUTUAL, true, false, CONFIRM, NOT_MUTUAL",
        "MUTUAL, false, false, CONFIRM, NOT_MUTUAL",
        "RFC, true, true, BLOCK, SILENT_RULES",
        "RFC, false, true, CONFIRM, NO_DOCUMENT",
        "CONFIRM, true, true, CONFIRM, SERVER_DEFAULT",
        "BLOCK, false, true, BLOCK, SERVER_DEFAULT",
        "ALLOW, true, false, ALLOW, SERVER_DEFAULT"
    })
    void whereRulesAreSilentTheDefaultDecides(
            PolicyDefault mode, boolean documentExists, boolean mirrored, SubHandling handling, Verdict.Source source) {
        var verdict = decide(mode, NO_RULE, documentExists, mirrored);

        assertThat(verdict.handling()).isEqualTo(handling);
        assertThat(verdict.source()).isEqualTo(source);
    }

    @Test
    void whoIsAllowedByDefaultWithoutAnyMatchingRuleSeesTheDefaultSet() {
        assertThat(decide(PolicyDefault.MUTUAL, NO_RULE, true, true).permissions())
                .isSameAs(Permissions.EVERYTHING);
    }

    @Test
    void whoIsAllowedByDefaultSeesWhatMatchingRulesShow() {
        var silent = Outcome.of(SubHandling.BLOCK, false, MOOD);
        var showsNothing = Outcome.of(SubHandling.BLOCK, false, Permissions.NONE);

        assertThat(decide(PolicyDefault.MUTUAL, silent, true, true).permissions())
                .isSameAs(MOOD);
        assertThat(decide(PolicyDefault.MUTUAL, showsNothing, true, true).permissions())
                .isSameAs(Permissions.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "mutual, MUTUAL",
        "rfc, RFC",
        "xcap, RFC",
        "confirm, CONFIRM",
        "implicit, CONFIRM",
        "block, BLOCK",
        "allow, ALLOW",
        "none, ALLOW"
    })
    void aDefaultHasItsNameAndWhatSerCallsIt(String name, PolicyDefault mode) {
        assertThat(PolicyDefault.named(name)).contains(mode);
    }

    @Test
    void anUnknownNameIsNoDefault() {
        assertThat(PolicyDefault.named("deny")).isEmpty();
    }
}
