package presentry.xcap.address;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encoding of what clients leave raw (RFC 3986, section 3.3): quotes, brackets, non-ASCII. */
final class PercentEncoding {

    private static final String PCHAR_PUNCTUATION = "-._~!$&'()*+,;=:@%";

    private PercentEncoding() {}

    /** A segment that spells {@code decoded}. */
    static String encode(String decoded) {
        return complete(decoded.replace("%", "%25"));
    }

    /** The same segment with each octet encoded that must not stand in a URI; what is encoded already stays as it is. */
    static String complete(String rawSegment) {
        return complete(rawSegment, PCHAR_PUNCTUATION);
    }

    /** The same for a query, in which slashes and question marks may stand (section 3.4). */
    static String completeQuery(String rawQuery) {
        return complete(rawQuery, PCHAR_PUNCTUATION + "/?");
    }

    private static String complete(String raw, String allowedPunctuation) {
        var encoded = new StringBuilder(raw.length());
        for (byte octet : raw.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || allowedPunctuation.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
