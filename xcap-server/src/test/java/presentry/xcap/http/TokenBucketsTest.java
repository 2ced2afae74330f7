package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How often an address may ask. */
class TokenBucketsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final TokenBuckets buckets = new TokenBuckets(2, 32, now::get);

    @Test
    void twiceAsManyAsASecondMayComeAtOnce() {
        assertThat(taken("192.0.2.1", 10)).isEqualTo(4);
    }

    @Test
    void aBucketFillsSteadily() {
        taken("192.0.2.1", 10);
        now.set(Instant.EPOCH.plusMillis(500));

        assertThat(taken("192.0.2.1", 10)).isEqualTo(1);
    }

    @Test
    void addressesDoNotDisturbEachOther() {
        taken("192.0.2.1", 10);

        assertThat(taken("192.0.2.2", 1)).isEqualTo(1);
    }

    @Test
    void allOfAnIpv6NetworkIsOneClient() {
        taken("2001:db8::1", 4);

        assertThat(taken("2001:db8::2", 1)).isZero();
        assertThat(taken("2001:db8:0:1::2", 1)).isEqualTo(1);
    }

    @Test
    void whoWasNotHeardOfForLongestIsForgotten() {
        taken("192.0.2.1", 10);
        for (int i = 0; i < 255; i++) {
            taken("198.51.100." + i, 1);
        }

        assertThat(taken("192.0.2.1", 1)).isEqualTo(1);
    }

    private int taken(String address, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += buckets.take(literal(address)) ? 1 : 0;
        }
        return taken;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
