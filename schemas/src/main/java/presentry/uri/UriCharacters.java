package presentry.uri;

/** The character classes of RFC 3261, section 25.1, that say what may stand unescaped where. */
final class UriCharacters {

    static final AsciiSet DIGIT = AsciiSet.of("0123456789");
    static final AsciiSet ALPHA = AsciiSet.of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static final AsciiSet ALPHANUM = ALPHA.or(DIGIT);

    /** Equal to their escapes everywhere. */
    static final AsciiSet UNRESERVED = ALPHANUM.or(AsciiSet.of("-_.!~*'()"));

    /** Never equal to their escapes (RFC 3261, section 19.1.4). */
    static final AsciiSet RESERVED = AsciiSet.of(";/?:@&=+$,");

    /** {@code user}. */
    static final AsciiSet USER = UNRESERVED.or(AsciiSet.of("&=+$,;?/"));

    /** {@code password}. */
    static final AsciiSet PASSWORD = UNRESERVED.or(AsciiSet.of("&=+$,"));

    /** The local part of a mailbox; no comma, which separates several, and no question mark. */
    static final AsciiSet MAILBOX = UNRESERVED.or(AsciiSet.of("&=+$;/"));

    /** {@code paramchar}. */
    static final AsciiSet PARAMETER = UNRESERVED.or(AsciiSet.of("[]/:&+$"));

    /** {@code hname} and {@code hvalue}. */
    static final AsciiSet HEADER = UNRESERVED.or(AsciiSet.of("[]/?:+$"));

    /** What may follow the scheme of a URI whose inner form is not known here (RFC 3986, appendix A). */
    static final AsciiSet OPAQUE = UNRESERVED.or(RESERVED).or(AsciiSet.of("[]#"));

    /** {@code scheme}, behind its first letter. */
    static final AsciiSet SCHEME = ALPHANUM.or(AsciiSet.of("+-."));

    /** Labels and dots; the underscore is no host name character, but names with it are in use. */
    static final AsciiSet HOSTNAME = ALPHANUM.or(AsciiSet.of("-._"));

    /** Never part of a URI, not even by mistake: they end it in every place where a URI is quoted. */
    static final AsciiSet DELIMITERS = AsciiSet.of(" <>\"\u007f");

    private UriCharacters() {}
}
