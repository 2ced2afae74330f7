package presentry.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes nonces and recognizes them (RFC 7616, section 3.3). A nonce is its own record: the time at which it was made, a
 * random number, and a signature over both. So a challenge costs no memory, whoever asks for it.
 */
final class Nonces {

    private static final int SIGNED_OCTETS = Long.BYTES + Long.BYTES;
    private static final int SIGNATURE_OCTETS = 16;
    private static final int KEY_OCTETS = 32;
    private static final String MAC = "HmacSHA256";

    private final Duration lifetime;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SecretKeySpec key;

    /** @param random makes the key, which ends with the process, so must not be foreseeable */
    Nonces(Duration lifetime, InstantSource clock, RandomGenerator random) {
        this.lifetime = lifetime;
        this.clock = clock;
        this.random = random;
        byte[] octets = new byte[KEY_OCTETS];
        random.nextBytes(octets);
        this.key = new SecretKeySpec(octets, MAC);
    }

    /** A fresh one. */
    String issue() {
        byte[] signed = ByteBuffer.allocate(SIGNED_OCTETS)
                .putLong(clock.millis())
                .putLong(random.nextLong())
                .array();
        byte[] nonce = Arrays.copyOf(signed, SIGNED_OCTETS + SIGNATURE_OCTETS);
        System.arraycopy(signature(signed), 0, nonce, SIGNED_OCTETS, SIGNATURE_OCTETS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    /** When it was made; empty if it was not made here or is no longer good. */
    Optional<Instant> issued(String nonce) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
        if (octets.length != SIGNED_OCTETS + SIGNATURE_OCTETS) {
            return Optional.empty();
        }
        byte[] signature = Arrays.copyOfRange(octets, SIGNED_OCTETS, octets.length);
        if (!MessageDigest.isEqual(signature, signature(Arrays.copyOf(octets, SIGNED_OCTETS)))) {
            return Optional.empty();
        }
        Instant issued = Instant.ofEpochMilli(ByteBuffer.wrap(octets).getLong());
        Instant now = clock.instant();
        return Optional.of(issued).filter(time -> !time.isAfter(now) && now.isBefore(time.plus(lifetime)));
    }

    private byte[] signature(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(signed), SIGNATURE_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
