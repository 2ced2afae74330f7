package presentry.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hash functions of Digest that are offered, in the order of preference (RFC 7616, section 3.7; RFC 8760, section 2). */
public enum DigestAlgorithm {
    SHA_256("SHA-256"),
    /** For clients that know no other (RFC 7616, section 3.3). */
    MD5("MD5");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** The name in a challenge; the one that the JDK knows it by, too. */
    public String token() {
        return token;
    }

    /** The algorithm of that name, in any case; empty for one that is not offered. */
    public static Optional<DigestAlgorithm> named(String name) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The hash of the UTF-8 text in lower-case hexadecimal digits: the function H of RFC 7616, section 3.3. */
    public String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(token);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + token, e);
        }
    }
}
