package presentry.uri;

import java.util.Locale;
import java.util.Optional;

/**
 * A value of a document that must be a URI: who a rule means, who is on a list, where a list lies. There are clients that
 * percent-encode the whole of it, colon and all ({@code sip%3Abob%40example.com}); to everybody else that is a relative
 * reference (RFC 3986, section 4.2), and a rule with it would match nobody. Every place that takes such a value reads it
 * here, so that it means the same in all of them. Documents are stored as they were written.
 */
public final class UriValue {

    /** Each octet may be written with three characters, and there may be white space around. */
    private static final int MAX_ENCODED_LENGTH = 3 * CanonicalUri.MAX_LENGTH + 64;

    private static final char REPLACEMENT = '\ufffd';

    private UriValue() {}

    /**
     * The URI as it was meant: a value without a colon that, decoded once, is an absolute URI, is that URI. Nothing that is
     * a URI already is decoded, nor what does not become one. White space around the value is set aside.
     */
    public static String spelling(String value) {
        String bare = value.strip();
        if (bare.indexOf('%') < 0 || bare.indexOf(':') >= 0) {
            return bare;
        }
        return PercentEncoding.decode(bare).filter(UriValue::isAbsolute).orElse(bare);
    }

    /** Whom or what the value names; empty if it is no URI in either spelling ({@link CanonicalUri#parse}). */
    public static Optional<CanonicalUri> parse(String value) {
        return value.length() > MAX_ENCODED_LENGTH ? Optional.empty() : CanonicalUri.parse(spelling(value));
    }

    /** Whether the value is an absolute HTTP URI with an authority, in either spelling (RFC 9110, section 4.2). */
    public static boolean isAbsoluteHttp(String value) {
        String uri = spelling(value);
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
        int authority = colon + "://".length();
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.startsWith("//", colon + 1)
                && authority < uri.length()
                && "/?#".indexOf(uri.charAt(authority)) < 0;
    }

    /** A scheme, a colon and something behind it (RFC 3986, section 4.3), without anything that was no text. */
    private static boolean isAbsolute(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && colon + 1 < text.length()
                && UriCharacters.ALPHA.contains(text.charAt(0))
                && UriCharacters.SCHEME.containsAll(text, 1, colon)
                && text.chars().noneMatch(character -> character == REPLACEMENT || Character.isISOControl(character));
    }
}
