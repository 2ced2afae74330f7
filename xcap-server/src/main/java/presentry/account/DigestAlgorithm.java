package presentry.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The hash functions of digest authentication (RFC 7616, section 3.2). */
public enum DigestAlgorithm {
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** As it stands in a challenge, and as Java calls it. */
    public String token() {
        return token;
    }

    /** The algorithm of this name, compared without case. */
    public static Optional<DigestAlgorithm> of(String token) {
        return Stream.of(values())
                .filter(algorithm -> algorithm.token.equalsIgnoreCase(token))
                .findFirst();
    }

    /** The function H of RFC 7616, section 3.4: lower-case hexadecimal of the hash of the UTF-8 octets. */
    public String hash(String data) {
        try {
            MessageDigest digest = MessageDigest.getInstance(token);
            return HexFormat.of().formatHex(digest.digest(data.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has MD5 and SHA-256", e);
        }
    }
}
