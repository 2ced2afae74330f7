package presentry.account;

/**
 * What a client sends for Digest (RFC 7616, section 3.4), read but not judged.
 *
 * @param login the login name
 * @param nonce the server's, given back
 * @param uri for which the client believes it asks
 * @param response the proof, in hexadecimal digits
 * @param algorithm the name of the hash function
 * @param protection with what else the nonce is hashed
 */
record DigestCredentials(
        String login, String nonce, String uri, String response, String algorithm, Protection protection) {

    /** What protects against replay. */
    sealed interface Protection {

        /**
         * The client counts the requests of a nonce ({@code qop=auth}).
         *
         * @param nc eight hexadecimal digits
         * @param cnonce the client's own nonce
         */
        record Counted(String nc, String cnonce) implements Protection {
            /** The count as a number, 1 and more if the client counts right. */
            long count() {
                return Long.parseLong(nc, 16);
            }
        }

        /** Nothing: the form that is older than {@code qop}. */
        record None() implements Protection {}
    }
}
