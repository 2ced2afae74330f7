package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import presentry.uri.Aor;

/** RFC 7617, section 2, from the side of the server. */
class PasswordCheckTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final WrongPasswords wrong = new WrongPasswords(() -> now, 3);
    private final PasswordCheck check =
            new PasswordCheck("example.com", "example.com", MemoryAccounts.of("sip:alice@example.com"), wrong);

    @Test
    void eachOfTheTwoLoginNamesIsGood() {
        Login alice = new Login.Proven(Aor.parse("sip:alice@example.com").orElseThrow());

        assertThat(check.judge("alice", "secret", HERE)).isEqualTo(alice);
        assertThat(check.judge("alice@example.com", "secret", HERE)).isEqualTo(alice);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreAnsweredAlike() {
        assertThat(check.judge("alice", "guess", HERE)).isEqualTo(check.judge("nobody", "secret", HERE));
    }

    @Test
    void aPasswordOfAnotherRealmIsNotGood() {
        PasswordCheck elsewhere =
                new PasswordCheck("example.org", "example.com", MemoryAccounts.of("sip:alice@example.com"), wrong);

        assertThat(elsewhere.judge("alice", "secret", HERE)).isEqualTo(new Login.Unproven());
    }

    /** RFC 7617, section 4: whoever guesses gets slower, also when he hits. */
    @Test
    void afterFiveWrongPasswordsEachAttemptMustWaitTwiceAsLong() {
        guess(WrongPasswords.FREE);

        assertThat(check.judge("alice", "secret", HERE)).isEqualTo(new Login.Delayed(Duration.ofSeconds(1)));
        now = now.plusSeconds(1);
        guess(1);
        assertThat(check.judge("alice@example.com", "secret", HERE))
                .isEqualTo(new Login.Delayed(Duration.ofSeconds(2)));
    }

    @Test
    void theLongestWaitIsAMinute() {
        for (int guess = 0; guess < 100; guess++) {
            guess(1);
            now = now.plus(WrongPasswords.LONGEST_WAIT);
        }
        guess(1);

        assertThat(check.judge("alice", "secret", HERE)).isEqualTo(new Login.Delayed(WrongPasswords.LONGEST_WAIT));
    }

    @Test
    void whoKnowsThePasswordIsNotLockedOutByAnotherAddress() throws UnknownHostException {
        guess(WrongPasswords.FREE);

        assertThat(check.judge("alice", "secret", InetAddress.getByName("192.0.2.1")))
                .isInstanceOf(Login.Proven.class);
    }

    @Test
    void theRightPasswordMakesTheWrongOnesForgotten() {
        guess(WrongPasswords.FREE - 1);
        assertThat(check.judge("alice", "secret", HERE)).isInstanceOf(Login.Proven.class);
        guess(WrongPasswords.FREE - 1);

        assertThat(check.judge("alice", "secret", HERE)).isInstanceOf(Login.Proven.class);
    }

    /** An attacker learns nothing about who has an account. */
    @Test
    void guessesForUnknownUsersMustWaitToo() {
        for (int guess = 0; guess < WrongPasswords.FREE; guess++) {
            assertThat(check.judge("nobody", "guess", HERE)).isEqualTo(new Login.Unproven());
        }

        assertThat(check.judge("nobody", "guess", HERE)).isInstanceOf(Login.Delayed.class);
    }

    /** Of three. */
    @Test
    void whatWasNotHeardOfForLongestIsForgotten() throws UnknownHostException {
        guess(WrongPasswords.FREE);
        for (int host = 1; host <= 3; host++) {
            check.judge("alice", "guess", InetAddress.getByName("192.0.2." + host));
        }

        assertThat(check.judge("alice", "secret", HERE)).isInstanceOf(Login.Proven.class);
    }

    private void guess(int times) {
        for (int guess = 0; guess < times; guess++) {
            assertThat(check.judge("alice", "guess", HERE)).isEqualTo(new Login.Unproven());
        }
    }
}
