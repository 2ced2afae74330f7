package presentry.uri;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings one component of a URI to the one spelling of its equals (RFC 3261, section 19.1.4): escapes of unreserved
 * characters become the character, all other escapes get upper case digits, and a character that ought to have been
 * escaped is. A reserved character and its escape stay different.
 */
final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * One component, from {@code from} (inclusive) to {@code to} (exclusive), in the one spelling of all its equals.
     *
     * @param literal what the grammar lets stand unescaped in this component
     * @return empty for a malformed escape, for a control character or delimiter, and for a reserved character that
     *     does not belong into this component
     */
    static Optional<String> normalise(String text, int from, int to, AsciiSet literal) {
        if (literal.containsAll(text, from, to)) {
            return Optional.of(text.substring(from, to));
        }
        var spelling = new StringBuilder(to - from + 16);
        int at = from;
        while (at < to) {
            int character = text.codePointAt(at);
            if (character == '%') {
                int octet = octet(text, at, to);
                if (octet < 0) {
                    return Optional.empty();
                }
                appendOctet(spelling, octet);
                at += 3;
            } else if (literal.contains(character)) {
                spelling.append((char) character);
                at++;
            } else if (mayBeEscaped(character)) {
                appendEscaped(spelling, character);
                at += Character.charCount(character);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(spelling.toString());
    }

    /** Same as {@link #normalise}, without regard to case: the result is in lower case, its escapes are too. */
    static Optional<String> normaliseIgnoringCase(String text, int from, int to, AsciiSet literal) {
        return normalise(text, from, to, literal).map(spelling -> spelling.toLowerCase(Locale.ROOT));
    }

    /**
     * All escapes undone, read as UTF-8.
     *
     * @return empty for a malformed escape; octets that are no UTF-8 become U+FFFD
     */
    static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        var octets = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (character == '%') {
                int octet = octet(text, at, text.length());
                if (octet < 0) {
                    return Optional.empty();
                }
                octets.write(octet);
                at += 3;
            } else {
                octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        return Optional.of(octets.toString(StandardCharsets.UTF_8));
    }

    /** The value of the escape at {@code at}, or -1 if there is none. */
    private static int octet(String text, int at, int to) {
        if (at + 2 >= to) {
            return -1;
        }
        int high = hexDigit(text.charAt(at + 1));
        int low = hexDigit(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hexDigit(char digit) {
        return digit < 128 ? Character.digit(digit, 16) : -1;
    }

    private static void appendOctet(StringBuilder spelling, int octet) {
        if (UriCharacters.UNRESERVED.contains(octet)) {
            spelling.append((char) octet);
        } else {
            spelling.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
        }
    }

    private static boolean mayBeEscaped(int character) {
        return character >= ' '
                && !UriCharacters.DELIMITERS.contains(character)
                && !UriCharacters.RESERVED.contains(character)
                && Character.getType(character) != Character.SURROGATE
                && !Character.isISOControl(character);
    }

    private static void appendEscaped(StringBuilder spelling, int character) {
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            appendOctet(spelling, octet & 0xff);
        }
    }
}
