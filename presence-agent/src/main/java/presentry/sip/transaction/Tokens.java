package presentry.sip.transaction;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import presentry.sip.message.Via;

/** Makes branches and tags: unique, and not to be guessed (RFC 3261, sections 8.1.1.7 and 19.3). */
public final class Tokens {
    private static final int BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random;
    private final SecretKeySpec secret;

    /** Tokens from {@code random}. */
    public Tokens(SecureRandom random) {
        this.random = random;
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        this.secret = new SecretKeySpec(key, ALGORITHM);
    }

    /** A new tag. */
    public String tag() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A new branch. */
    public String branch() {
        return Via.COOKIE + tag();
    }

    /**
     * A token that is always the same for the same text, for answers that are not remembered (RFC 3261, section 8.2.7): a keyed hash, so
     * that nobody can compute one from others.
     */
    public String stable(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
