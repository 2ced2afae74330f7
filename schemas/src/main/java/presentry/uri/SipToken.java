package presentry.uri;

/** The {@code token} of RFC 3261, section 25.1: what names of headers, methods, event packages and tags are made of. */
public final class SipToken {

    private static final AsciiSet TOKEN = UriCharacters.ALPHANUM.or(AsciiSet.of("-.!%*_+`'~"));

    private SipToken() {}

    /** Whether {@code s} is a token: not empty, and of token characters only. */
    public static boolean isToken(CharSequence s) {
        return !s.isEmpty() && TOKEN.containsAll(s, 0, s.length());
    }
}
