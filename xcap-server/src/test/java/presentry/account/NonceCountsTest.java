package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** RFC 7616, section 3.4: the count lets the server see a replay. */
class NonceCountsTest {

    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00Z");

    private final NonceCounts counts = new NonceCounts(2);

    @Test
    void eachCountIsGoodOnce() {
        assertThat(counts.use("a", THEN, 1)).isTrue();
        assertThat(counts.use("a", THEN, 1)).isFalse();
        assertThat(counts.use("a", THEN, 2)).isTrue();
    }

    @Test
    void aCountThatWasOvertakenIsStillGood() {
        counts.use("a", THEN, 3);

        assertThat(counts.use("a", THEN, 1)).isTrue();
        assertThat(counts.use("a", THEN, 1)).isFalse();
    }

    @Test
    void aCountFarBehindIsNotGood() {
        counts.use("a", THEN, 100);

        assertThat(counts.use("a", THEN, 36)).isFalse();
        assertThat(counts.use("a", THEN, 37)).isTrue();
    }

    @Test
    void zeroIsNoCount() {
        assertThat(counts.use("a", THEN, 0)).isFalse();
    }

    @Test
    void whatWasForgottenCountsAsUsedUp() {
        counts.use("a", THEN, 1);
        counts.use("b", THEN.plusSeconds(1), 1);
        counts.use("c", THEN.plusSeconds(2), 1);

        assertThat(counts.use("a", THEN, 2)).isFalse();
        assertThat(counts.use("never used", THEN, 1)).isFalse();
        assertThat(counts.use("b", THEN.plusSeconds(1), 2)).isTrue();
    }
}
