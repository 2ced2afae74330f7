package presentry.account;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Splits the value of an Authorization header of the scheme Digest into its parameters (RFC 7616, section 3.4).
 *
 * <p>Tolerant in one point: {@code uri} may have quotes inside, for there are XCAP clients that put a node selector there as it
 * is. It ends at the first quote behind which the value ends or another parameter begins.
 *
 * <p>Reads forward only: each character is looked at a fixed number of times, however the value is made.
 */
final class DigestParameters {

    private static final int MAX_LENGTH = 16 << 10;

    private static final String SCHEME = "Digest";

    private static final Set<String> NAMES = Set.of(
            "username",
            "realm",
            "nonce",
            "response",
            "algorithm",
            "cnonce",
            "opaque",
            "qop",
            "nc",
            "userhash",
            "charset");

    private static final int NONE = -1;

    private final String value;
    private final Map<String, String> parameters = new HashMap<>();

    private DigestParameters(String value) {
        this.value = value;
    }

    /** Names in lower case; empty if the value is of another scheme, cannot be read, or names a parameter twice. */
    static Optional<Map<String, String>> read(String value) {
        return value.length() > MAX_LENGTH ? Optional.empty() : new DigestParameters(value).read();
    }

    private Optional<Map<String, String>> read() {
        int scheme = pastBlanks(0);
        int position = pastBlanks(scheme + SCHEME.length());
        if (!value.regionMatches(true, scheme, SCHEME, 0, SCHEME.length()) || position == scheme + SCHEME.length()) {
            return Optional.empty();
        }
        while (position < value.length()) {
            position = parameter(position);
            if (position == NONE) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Where the next parameter begins; {@link #NONE} if this one cannot be read or was there before. */
    private int parameter(int start) {
        int nameEnd = pastName(start);
        int equals = pastBlanks(nameEnd);
        if (nameEnd == start || equals == value.length() || value.charAt(equals) != '=') {
            return NONE;
        }
        String name = value.substring(start, nameEnd).toLowerCase(Locale.ROOT);
        int from = pastBlanks(equals + 1);
        return from < value.length() && value.charAt(from) == '"' ? quoted(name, from + 1) : plain(name, from);
    }

    private int plain(String name, int from) {
        int end = from;
        while (end < value.length() && "\", \t".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        int next = next(end);
        return next == NONE ? NONE : put(name, value.substring(from, end), next);
    }

    /** A backslash escapes what follows it, except in a URI, where it was never meant so. */
    private int quoted(String name, int from) {
        boolean uri = name.equals("uri");
        int end = uri ? closing(from, true) : NONE;
        if (end == NONE) {
            end = closing(from, false);
        }
        if (end == NONE) {
            return NONE;
        }
        String text = value.substring(from, end);
        return put(name, uri ? text : unescaped(text), next(end + 1));
    }

    /**
     * The quote that ends the text that begins at {@code from}.
     *
     * @param ofUri whether it needs the end of the value or a known parameter behind it, and backslashes are characters
     */
    private int closing(int from, boolean ofUri) {
        for (int quote = value.indexOf('"', from); quote >= 0; quote = value.indexOf('"', quote + 1)) {
            int next = next(quote + 1);
            boolean ends = ofUri
                    ? next != NONE && (next == value.length() || isKnown(next))
                    : next != NONE && value.charAt(quote - 1) != '\\';
            if (ends) {
                return quote;
            }
        }
        return NONE;
    }

    private boolean isKnown(int start) {
        int end = pastName(start);
        int equals = pastBlanks(end);
        return equals < value.length()
                && value.charAt(equals) == '='
                && NAMES.contains(value.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** Where the parameter behind a value that ends at {@code end} begins; {@link #NONE} if there is no comma. */
    private int next(int end) {
        int at = pastBlanks(end);
        if (at < value.length() && value.charAt(at) != ',') {
            return NONE;
        }
        while (at < value.length() && ", \t".indexOf(value.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int put(String name, String text, int next) {
        return parameters.put(name, text) == null ? next : NONE;
    }

    private int pastBlanks(int from) {
        int at = Math.min(from, value.length());
        while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int pastName(int from) {
        int at = from;
        while (at < value.length() && isOfName(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char character) {
        return (character < 128 && Character.isLetterOrDigit(character)) || "*_-".indexOf(character) >= 0;
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < text.length();
            plain.append(text.charAt(escapes ? ++at : at));
        }
        return plain.toString();
    }
}
