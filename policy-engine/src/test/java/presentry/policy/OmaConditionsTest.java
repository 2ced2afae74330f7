package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.Asked.presence;
import static presentry.policy.Asked.rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.model.Dependency;
import presentry.policy.model.SubHandling;
import presentry.policy.read.Dialect;

/** OMA's conditions: anonymous-request, external-list and other-identity. */
class OmaConditionsTest {
    private static final String FRIENDS = "<oma:external-list><oma:entry anc=\"friends\"/></oma:external-list>";
    private static final String BOB = "<identity><one id=\"sip:bob@example.com\"/></identity>";

    private static String handled(String id, String conditions, String handling) {
        return rule(id, conditions, "<pr:sub-handling>" + handling + "</pr:sub-handling>", "");
    }

    private static Asked four() {
        return presence(
                        handled("anonymous", "<oma:anonymous-request/>", "block"),
                        handled("bob", BOB, "confirm"),
                        handled("friends", FRIENDS, "allow"),
                        handled("other", "<oma:other-identity/>", "polite-block"))
                .in(Dialect.OMA)
                .withList("friends", "sip:bob@example.com", "sip:carol@example.com");
    }

    /** RFC 4745, section 7: unless they are switched on, these are unknown conditions like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"<oma:anonymous-request/>", "<oma:other-identity/>", FRIENDS})
    void whereTheyAreNotSwitchedOnTheyAreFalse(String condition) {
        var asked = presence(handled("a", condition, "allow"))
                .withList("friends", "sip:bob@example.com")
                .by(Asked.identity("sip:bob@example.com").withAnonymousRequest());

        assertThat(asked.outcome().matched()).isFalse();
    }

    @Test
    void somebodyNamedGetsWhatTheRuleWithTheNameSaysAndNoMore() {
        var asked = four().by("sip:bob@example.com");

        assertThat(asked.matchingRules()).containsExactly("bob");
        assertThat(asked.handling()).isEqualTo(SubHandling.CONFIRM);
    }

    /** Decision 0110: Blink spells all URIs so; whom it blocks must not come to be somebody unknown. */
    @Test
    void whoIsNamedInAPercentEncodedUriIsNamed() {
        var rules = presence(
                        handled("own", "<identity><one id=\"sip%3Aalice%40example.com\"/></identity>", "allow"),
                        handled("foes", FRIENDS, "polite-block"),
                        handled("other", "<oma:other-identity/>", "confirm"))
                .in(Dialect.OMA)
                .withList("friends", "sip%3Abob%40example.com");

        assertThat(rules.by("sip:alice@example.com").handling()).isEqualTo(SubHandling.ALLOW);
        assertThat(rules.by("sip:bob@example.com").handling()).isEqualTo(SubHandling.POLITE_BLOCK);
        assertThat(rules.by("sip:carol@example.com").handling()).isEqualTo(SubHandling.CONFIRM);
    }

    @Test
    void somebodyOnAListOnlyGetsWhatTheListGives() {
        assertThat(four().by("sip:carol@example.com").matchingRules()).containsExactly("friends");
    }

    @Test
    void allOthersGetWhatOthersGet() {
        assertThat(four().by("sip:dave@example.com").matchingRules()).containsExactly("other");
    }

    @Test
    void anAnonymousRequestGetsWhatAnonymousRequestsGetWhoeverItIs() {
        var asked = four().by(Asked.identity("sip:bob@example.com").withAnonymousRequest());

        assertThat(asked.matchingRules()).containsExactly("anonymous");
        assertThat(asked.handling()).isEqualTo(SubHandling.BLOCK);
    }

    @Test
    void anAnonymousRequestKeepsItsIdentityWhereNoRuleIsAboutAnonymity() {
        var asked = presence(handled("bob", BOB, "allow"))
                .in(Dialect.OMA)
                .by(Asked.identity("sip:bob@example.com").withAnonymousRequest());

        assertThat(asked.handling()).isEqualTo(SubHandling.ALLOW);
    }

    @Test
    void rulesThatAskForNoIdentityAlwaysCount() {
        var asked = presence(handled("everybody", "", "allow"), handled("bob", BOB, "block"))
                .in(Dialect.OMA)
                .by("sip:bob@example.com");

        assertThat(asked.matchingRules()).containsExactly("bob", "everybody");
    }

    @Test
    void aHigherClassThatDoesNotMatchNowGivesWay() {
        var asked = presence(
                        handled("bob", BOB + "<sphere value=\"work\"/>", "block"),
                        handled("other", "<oma:other-identity/>", "allow"))
                .in(Dialect.OMA)
                .by("sip:bob@example.com");

        assertThat(asked.sphere("work").matchingRules()).containsExactly("bob");
        assertThat(asked.sphere("home").matchingRules()).containsExactly("other");
    }

    @Test
    void whoIsNotAuthenticatedIsNoOtherIdentity() {
        assertThat(four().outcome().matched()).isFalse();
    }

    @Test
    void aListThatDoesNotExistHasNobodyOnIt() {
        var asked =
                presence(handled("friends", FRIENDS, "allow")).in(Dialect.OMA).by("sip:bob@example.com");

        assertThat(asked.outcome().matched()).isFalse();
    }

    @Test
    void everyDecisionOfAPolicyWithAListDependsOnLists() {
        assertThat(four().by("sip:dave@example.com").decision().dependsOn(Dependency.LIST))
                .isTrue();
    }
}
