package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import presentry.uri.Aor;

/** RFC 7617, section 2, from the side of the server. */
class PasswordCheckTest {

    private final PasswordCheck check =
            new PasswordCheck("example.com", "example.com", MemoryAccounts.of("sip:alice@example.com"));

    @Test
    void eachOfTheTwoLoginNamesIsGood() {
        Login alice = new Login.Proven(Aor.parse("sip:alice@example.com").orElseThrow());

        assertThat(check.judge("alice", "secret")).isEqualTo(alice);
        assertThat(check.judge("alice@example.com", "secret")).isEqualTo(alice);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreAnsweredAlike() {
        assertThat(check.judge("alice", "guess")).isEqualTo(check.judge("nobody", "secret"));
    }

    @Test
    void aPasswordOfAnotherRealmIsNotGood() {
        PasswordCheck elsewhere =
                new PasswordCheck("example.org", "example.com", MemoryAccounts.of("sip:alice@example.com"));

        assertThat(elsewhere.judge("alice", "secret")).isEqualTo(new Login.Unproven());
    }
}
