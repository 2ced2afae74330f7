package presentry.account;

/**
 * What a client proves its password with (RFC 7616, section 3.4), for qop=auth. All values without quotes.
 *
 * @param uri as the client hashed it
 * @param nc eight hexadecimal digits
 */
public record DigestCredentials(
        String username,
        String realm,
        String nonce,
        String uri,
        String response,
        DigestAlgorithm algorithm,
        String cnonce,
        String nc) {

    /** Never the response: it belongs into no log. */
    @Override
    public String toString() {
        return username + " for " + uri;
    }
}
