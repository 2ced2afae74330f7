package presentry.sip.transaction;

import java.security.SecureRandom;
import java.util.HexFormat;
import presentry.sip.message.Via;

/** Makes branches and tags: unique, and not to be guessed (RFC 3261, sections 8.1.1.7 and 19.3). */
public final class Tokens {
    private static final int BYTES = 8;

    private final SecureRandom random;
    private final long secret;

    /** Tokens from {@code random}. */
    public Tokens(SecureRandom random) {
        this.random = random;
        this.secret = random.nextLong();
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

    /** A token that is always the same for the same text, for answers that are not remembered (RFC 3261, section 8.2.7). */
    public String stable(String text) {
        long hash = secret;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_000_003 + text.charAt(i);
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
