package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import presentry.account.Nonces.Judgement;

/** RFC 7616, section 3.3 and, for the count, section 3.4. */
class NoncesTest {

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Nonces nonces = new Nonces(new Random(1), clock, Duration.ofMinutes(5), 3);

    @Test
    void aNewNonceIsFreshOncePerCount() {
        String nonce = nonces.next();

        assertThat(nonces.use(nonce, 1)).isEqualTo(Judgement.FRESH);
        assertThat(nonces.use(nonce, 2)).isEqualTo(Judgement.FRESH);
        assertThat(nonces.use(nonce, 1)).isEqualTo(Judgement.REFUSED);
        assertThat(nonces.use(nonce, 2)).isEqualTo(Judgement.REFUSED);
    }

    @Test
    void countsMayOvertakeEachOther() {
        String nonce = nonces.next();

        assertThat(nonces.use(nonce, 5)).isEqualTo(Judgement.FRESH);
        assertThat(nonces.use(nonce, 3)).isEqualTo(Judgement.FRESH);
        assertThat(nonces.use(nonce, 3)).isEqualTo(Judgement.REFUSED);
        assertThat(nonces.use(nonce, 70)).isEqualTo(Judgement.FRESH);
        assertThat(nonces.use(nonce, 5)).isEqualTo(Judgement.REFUSED);
        assertThat(nonces.use(nonce, 69)).isEqualTo(Judgement.FRESH);
    }

    @Test
    void anOldNonceIsStale() {
        String nonce = nonces.next();

        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);

        assertThat(nonces.use(nonce, 1)).isEqualTo(Judgement.STALE);
    }

    @Test
    void aNonceOfAnotherServerIsRefused() {
        String foreign = new Nonces(new Random(2), clock, Duration.ofMinutes(5), 3).next();

        assertThat(nonces.use(foreign, 1)).isEqualTo(Judgement.REFUSED);
        assertThat(nonces.use("", 1)).isEqualTo(Judgement.REFUSED);
        assertThat(nonces.use("-", 1)).isEqualTo(Judgement.REFUSED);
        assertThat(nonces.use(nonces.next(), 0)).isEqualTo(Judgement.REFUSED);
    }

    @Test
    void aNonceThatWasForgottenIsStaleAndCannotBeReplayed() {
        String first = nonces.next();
        nonces.use(first, 1);
        for (int i = 0; i < 3; i++) {
            now = now.plusMillis(1);
            nonces.use(nonces.next(), 1);
        }

        assertThat(nonces.use(first, 1)).isEqualTo(Judgement.STALE);
    }
}
