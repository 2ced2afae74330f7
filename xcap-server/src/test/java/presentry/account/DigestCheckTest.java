package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.uri.Aor;

/** RFC 7616, sections 3.3 to 3.6, from the side of the server. */
class DigestCheckTest {

    private static final Login ALICE =
            new Login.Proven(Aor.parse("sip:alice@example.com").orElseThrow());
    private static final Login NOTHING = new Login.Unproven();
    private static final Login STALE = new Login.Stale();

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final DigestCheck check = check(false);
    private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;

    @ParameterizedTest
    @EnumSource
    void whoKnowsThePasswordIsKnown(DigestAlgorithm with) {
        algorithm = with;

        assertThat(judged(counted("alice", "secret", nonce(), 1))).isEqualTo(ALICE);
    }

    @Test
    void theWholeAddressIsALoginNameToo() {
        assertThat(judged(counted("alice@example.com", "secret", nonce(), 1))).isEqualTo(ALICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "nobody", "", "@", "a@b@c"})
    void whoDoesNotKnowItIsNot(String login) {
        assertThat(judged(counted(login, "guess", nonce(), 1))).isEqualTo(NOTHING);
    }

    /** RFC 7616, section 3.7: the strongest first. */
    @Test
    void bothAlgorithmsAreOfferedTheStrongestFirst() {
        List<String> challenges = check.challenges(false);

        assertThat(challenges).hasSize(2);
        assertThat(challenges.getFirst())
                .startsWith("Digest realm=\"example.com\"")
                .contains("algorithm=SHA-256", "qop=\"auth\"")
                .doesNotContain("stale");
        assertThat(challenges.getLast()).contains("algorithm=MD5");
    }

    @Test
    void eachChallengeHasANonceOfItsOwn() {
        assertThat(nonce()).isNotEqualTo(nonce());
    }

    @Test
    void aReplayedRequestIsStale() {
        String credentials = counted("alice", "secret", nonce(), 1);
        judged(credentials);

        assertThat(judged(credentials)).isEqualTo(STALE);
    }

    @Test
    void aNonceServesForManyCounts() {
        String nonce = nonce();
        judged(counted("alice", "secret", nonce, 1));

        assertThat(judged(counted("alice", "secret", nonce, 2))).isEqualTo(ALICE);
    }

    @Test
    void anOldNonceIsStale() {
        String nonce = nonce();
        now = now.plusSeconds(60);

        assertThat(judged(counted("alice", "secret", nonce, 1))).isEqualTo(STALE);
    }

    /** After a restart all nonces are foreign; a client that was told "stale" goes on without asking for a password. */
    @Test
    void aForeignNonceIsStale() {
        assertThat(judged(counted("alice", "secret", "foreign", 1))).isEqualTo(STALE);
        assertThat(judged(counted("alice", "secret", nonce() + "A", 1))).isEqualTo(STALE);
    }

    /** RFC 7616, section 3.3: stale only where the password was right. */
    @Test
    void anOldNonceWithAWrongPasswordIsNotStale() {
        String nonce = nonce();
        now = now.plusSeconds(60);

        assertThat(judged(counted("alice", "guess", nonce, 1))).isEqualTo(NOTHING);
    }

    @Test
    void credentialsForAnotherMethodProveNothing() {
        String credentials = counted("alice", "secret", nonce(), 1);

        assertThat(check.judge(List.of(credentials), "DELETE", "/x"::equals, HERE))
                .isEqualTo(NOTHING);
    }

    /** RFC 7616, section 3.4.6. */
    @Test
    void credentialsForAnotherTargetProveNothing() {
        String credentials = counted("alice", "secret", nonce(), 1);

        assertThat(check.judge(List.of(credentials), "PUT", "/y"::equals, HERE)).isEqualTo(NOTHING);
    }

    @Test
    void credentialsOfAnotherRealmAreNotOurs() {
        String foreign = counted("alice", "secret", nonce(), 1).replace("realm=\"example.com\"", "realm=\"other\"");

        assertThat(judged(foreign)).isEqualTo(NOTHING);
        assertThat(check.judge(
                        List.of("Basic x", foreign, counted("alice", "secret", nonce(), 1)), "PUT", "/x"::equals, HERE))
                .isEqualTo(ALICE);
    }

    @Test
    void theOldFormIsNotTakenUnlessItIsWanted() {
        assertThat(judged(withoutQop(nonce()))).isEqualTo(NOTHING);
    }

    /** Nothing in it tells a replay from the first use, so its nonce serves once. */
    @Test
    void theOldFormIsGoodOnce() {
        DigestCheck tolerant = check(true);
        String credentials = withoutQop(nonce(tolerant));

        assertThat(tolerant.judge(List.of(credentials), "PUT", "/x"::equals, HERE))
                .isEqualTo(ALICE);
        assertThat(tolerant.judge(List.of(credentials), "PUT", "/x"::equals, HERE))
                .isEqualTo(STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-int", "auth,auth-int", "x"})
    void anotherProtectionThanWasOfferedIsNotTaken(String qop) {
        assertThat(judged(counted("alice", "secret", nonce(), 1).replace("qop=auth", "qop=\"" + qop + "\"")))
                .isEqualTo(NOTHING);
    }

    @Test
    void anotherAlgorithmThanWasOfferedIsNotTaken() {
        assertThat(judged(counted("alice", "secret", nonce(), 1).replace("SHA-256", "SHA-256-sess")))
                .isEqualTo(NOTHING);
    }

    /** RFC 7616, section 5.7. */
    @Test
    void guessesAreNotJudgedUntilTheWaitIsOver() {
        for (int guess = 1; guess <= WrongPasswords.FREE; guess++) {
            assertThat(judged(counted("alice", "guess" + guess, nonce(), 1))).isEqualTo(NOTHING);
        }

        assertThat(judged(counted("alice", "secret", nonce(), 1)))
                .isEqualTo(new Login.Delayed(WrongPasswords.FIRST_WAIT));
        now = now.plus(WrongPasswords.FIRST_WAIT);
        assertThat(judged(counted("alice", "secret", nonce(), 1))).isEqualTo(ALICE);
    }

    private DigestCheck check(boolean withoutQop) {
        return new DigestCheck(
                new DigestSettings("example.com", "example.com", withoutQop, Duration.ofSeconds(60), 100),
                MemoryAccounts.of("sip:alice@example.com"),
                () -> now,
                new Random(1));
    }

    private Login judged(String credentials) {
        return check.judge(List.of(credentials), "PUT", "/x"::equals, HERE);
    }

    private String nonce() {
        return nonce(check);
    }

    private static String nonce(DigestCheck check) {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"")
                .matcher(check.challenges(false).getFirst());
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    private String counted(String login, String password, String nonce, int count) {
        String ha1 = DigestArithmetic.ha1(algorithm, login, "example.com", password);
        String nc = "%08x".formatted(count);
        String response = DigestArithmetic.response(algorithm, ha1, nonce, nc, "c", "PUT", "/x");
        return "Digest username=\"%s\", realm=\"example.com\", nonce=\"%s\", uri=\"/x\", response=\"%s\", algorithm=%s, qop=auth, nc=%s, cnonce=\"c\""
                .formatted(login, nonce, response, algorithm.token(), nc);
    }

    private static String withoutQop(String nonce) {
        String ha1 = DigestArithmetic.ha1(DigestAlgorithm.MD5, "alice", "example.com", "secret");
        String response = DigestArithmetic.responseWithoutQop(DigestAlgorithm.MD5, ha1, nonce, "PUT", "/x");
        return "Digest username=\"alice\", realm=\"example.com\", nonce=\"%s\", uri=\"/x\", response=\"%s\""
                .formatted(nonce, response);
    }
}
