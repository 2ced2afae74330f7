package presentry.account;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that only this server can have made (RFC 7616, section 3.3), and the counts that were seen with each. A nonce is its
 * time, a random part, and a signature over both, so nothing is kept of one that nobody uses.
 */
public final class Nonces {

    private static final int RANDOM_BYTES = 8;
    private static final int KEY_BYTES = 32;
    private static final int COUNTS_REMEMBERED = 64;

    private final SecretKeySpec key;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Duration lifetime;
    private final int capacity;
    private final Map<String, Counts> used = new LinkedHashMap<>();
    private long forgottenUntil;

    /**
     * @param random cryptographically strong
     * @param lifetime after which a nonce is stale
     * @param capacity nonces in use that are remembered; when there are more the oldest become stale
     */
    public Nonces(RandomGenerator random, InstantSource clock, Duration lifetime, int capacity) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.random = random;
        this.clock = clock;
        this.lifetime = lifetime;
        this.capacity = capacity;
    }

    /** All that can be said of a nonce with a count. */
    public enum Judgement {
        /** Made here, young enough, and the count is new. */
        FRESH,
        /** Made here, but too old or forgotten: the client may try again with another one. */
        STALE,
        /** Not made here, or the count was seen before: a replay. */
        REFUSED
    }

    /** A nonce not given before. */
    public String next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String unsigned =
                Long.toHexString(clock.millis()) + "-" + HexFormat.of().formatHex(bytes);
        return unsigned + "-" + signature(unsigned);
    }

    /**
     * Judges a nonce, and remembers the count if it is fresh.
     *
     * @param count from 1
     */
    public Judgement use(String nonce, long count) {
        int lastDash = nonce.lastIndexOf('-');
        String unsigned = lastDash < 0 ? "" : nonce.substring(0, lastDash);
        if (!isSame(signature(unsigned), nonce.substring(lastDash + 1)) || count < 1) {
            return Judgement.REFUSED;
        }
        long madeAt = Long.parseLong(unsigned.substring(0, unsigned.indexOf('-')), 16);
        Instant end = Instant.ofEpochMilli(madeAt).plus(lifetime);
        return clock.instant().isAfter(end) ? Judgement.STALE : count(nonce, madeAt, count);
    }

    private synchronized Judgement count(String nonce, long madeAt, long count) {
        if (madeAt <= forgottenUntil && !used.containsKey(nonce)) {
            return Judgement.STALE;
        }
        boolean isNew = used.computeIfAbsent(nonce, first -> new Counts(madeAt)).add(count);
        if (used.size() > capacity) {
            Iterator<Counts> oldest = used.values().iterator();
            forgottenUntil = Math.max(forgottenUntil, oldest.next().madeAt);
            oldest.remove();
        }
        return isNew ? Judgement.FRESH : Judgement.REFUSED;
    }

    private String signature(String unsigned) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] full = mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(full, 0, full.length / 2);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("each Java platform has HmacSHA256", e);
        }
    }

    private static boolean isSame(String expected, String offered) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), offered.getBytes(StandardCharsets.US_ASCII));
    }

    /** The counts seen with one nonce: the highest, and a window below it, since requests overtake each other. */
    private static final class Counts {
        private final long madeAt;
        private long highest;
        private long seenBelow;

        Counts(long madeAt) {
            this.madeAt = madeAt;
        }

        /** False if the count was seen before, or is too far below the highest to know. */
        boolean add(long count) {
            if (count > highest) {
                long distance = count - highest;
                seenBelow = distance >= COUNTS_REMEMBERED ? 0 : (seenBelow << distance) | (1L << (distance - 1));
                highest = count;
                return true;
            }
            long below = highest - count;
            if (below == 0 || below > COUNTS_REMEMBERED || (seenBelow & (1L << (below - 1))) != 0) {
                return false;
            }
            seenBelow |= 1L << (below - 1);
            return true;
        }
    }
}
