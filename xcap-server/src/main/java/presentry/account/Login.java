package presentry.account;

import presentry.uri.Aor;

/**
 * One name under which a user logs in, with what is stored instead of the password (RFC 7616, section 3.4.2).
 *
 * @param user whose login it is
 * @param name the user part alone, or with the domain behind an at sign
 * @param md5 hash of name, realm and password
 * @param sha256 the same by SHA-256
 */
public record Login(Aor user, String name, String md5, String sha256) {

    /** The login of a user with this password. */
    public static Login of(Aor user, String name, String realm, String password) {
        String data = name + ":" + realm + ":" + password;
        return new Login(user, name, DigestAlgorithm.MD5.hash(data), DigestAlgorithm.SHA_256.hash(data));
    }

    /** The hash that stands for name, realm and password. */
    String hash(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case MD5 -> md5;
            case SHA_256 -> sha256;
        };
    }

    /** Never a hash: it is as good as the password. */
    @Override
    public String toString() {
        return name;
    }
}
