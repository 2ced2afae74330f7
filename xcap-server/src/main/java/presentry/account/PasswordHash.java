package presentry.account;

/**
 * The password of one login name in one realm, hashed so that Digest can be computed and nothing else.
 *
 * @param sha256 H(A1) by SHA-256, 64 hexadecimal digits
 * @param md5 H(A1) by MD5, 32 hexadecimal digits
 */
public record PasswordHash(String sha256, String md5) {

    /** Hashes a password. */
    static PasswordHash of(String login, String realm, String password) {
        return new PasswordHash(
                DigestArithmetic.ha1(DigestAlgorithm.SHA_256, login, realm, password),
                DigestArithmetic.ha1(DigestAlgorithm.MD5, login, realm, password));
    }

    /** H(A1) by that algorithm. */
    String by(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> sha256;
            case MD5 -> md5;
        };
    }

    /** Tells nothing, so that no log can. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
