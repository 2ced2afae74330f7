package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.policy.read.Dialect;

/** The identity condition of the time before RFC 4745, as SER's presence server documents it. */
class LegacyDialectTest {
    private static final String BLOCK_SMITH_ALLOW_DOMAIN = """
        <rule id="blacklist"><conditions><identity><id>sip:smith@test-domain.com</id></identity></conditions>
          <actions><pr:sub-handling>block</pr:sub-handling></actions><transformations/></rule>
        <rule id="whitelist"><conditions><identity>
            <domain domain="test-domain.com"/><except entity="smith"/></identity></conditions>
          <actions><pr:sub-handling>allow</pr:sub-handling></actions><transformations/></rule>
        """;

    @Test
    void anExceptedUserPartIsLeftOutOfTheDomain() {
        var asked = Asked.presence(BLOCK_SMITH_ALLOW_DOMAIN).by("sip:smith@test-domain.com");

        assertThat(asked.handling()).isEqualTo(SubHandling.BLOCK);
        assertThat(asked.matchingRules()).containsExactly("blacklist");
    }

    @Test
    void anotherUserOfTheDomainIsAllowedAndShownNothing() {
        var asked = Asked.presence(BLOCK_SMITH_ALLOW_DOMAIN).by("sip:jan@test-domain.com");

        assertThat(asked.handling()).isEqualTo(SubHandling.ALLOW);
        assertThat(asked.outcome().permissions()).isSameAs(Permissions.NONE);
    }

    @Test
    void somebodyOfAnotherDomainIsMetWithSilence() {
        var outcome = Asked.presence(BLOCK_SMITH_ALLOW_DOMAIN)
                .by("sip:jan@example.com")
                .outcome();

        assertThat(outcome.stated()).isFalse();
    }

    @Test
    void readStrictlySuchADocumentMatchesNobody() {
        var outcome = Asked.presence(BLOCK_SMITH_ALLOW_DOMAIN)
                .in(Dialect.RFC)
                .by("sip:jan@test-domain.com")
                .outcome();

        assertThat(outcome.matched()).isFalse();
    }
}
