package presentry.account;

/** The formulas of Digest (RFC 7616, section 3.4), without any judgement. */
public final class DigestArithmetic {

    private DigestArithmetic() {}

    /** H(A1): what is kept instead of the password (section 3.4.2). */
    public static String ha1(DigestAlgorithm algorithm, String login, String realm, String password) {
        return algorithm.hash(login + ":" + realm + ":" + password);
    }

    /**
     * The response with {@code qop=auth} (section 3.4.1).
     *
     * @param nc as the client wrote it, eight hexadecimal digits
     */
    public static String response(
            DigestAlgorithm algorithm, String ha1, String nonce, String nc, String cnonce, String method, String uri) {
        return algorithm.hash(ha1 + ":" + nonce + ":" + nc + ":" + cnonce + ":auth:" + ha2(algorithm, method, uri));
    }

    /** The response without {@code qop}, as it was before RFC 2617. */
    public static String responseWithoutQop(
            DigestAlgorithm algorithm, String ha1, String nonce, String method, String uri) {
        return algorithm.hash(ha1 + ":" + nonce + ":" + ha2(algorithm, method, uri));
    }

    private static String ha2(DigestAlgorithm algorithm, String method, String uri) {
        return algorithm.hash(method + ":" + uri);
    }
}
