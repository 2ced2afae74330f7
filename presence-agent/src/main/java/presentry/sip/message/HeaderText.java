package presentry.sip.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The punctuation that header fields share (RFC 3261, sections 7.3.1 and 25.1): commas and semicolons that count only
 * outside quoted strings and angle brackets, parameters, quoting.
 */
final class HeaderText {
    private HeaderText() {}

    /** The position of {@code wanted} at or after {@code from}, outside quotes and angle brackets, or -1. */
    static int find(String text, char wanted, int from) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == wanted && !bracketed) {
                return i;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '<') {
                bracketed = true;
            } else if (c == '>') {
                bracketed = false;
            }
        }
        return -1;
    }

    /** The non-empty parts between the {@code separator}s, without the white space around them. */
    static List<String> split(String text, char separator) {
        int at = find(text, separator, 0);
        if (at < 0) {
            String only = text.strip();
            return only.isEmpty() ? List.of() : List.of(only);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (at >= 0) {
            addNonEmpty(parts, text.substring(start, at));
            start = at + 1;
            at = find(text, separator, start);
        }
        addNonEmpty(parts, text.substring(start));
        return parts;
    }

    /** What follows the first non-empty part and its separator, as it was written; empty if there is no other part. */
    static String behindFirst(String text, char separator) {
        int start = 0;
        int at = find(text, separator, 0);
        while (at >= 0 && text.substring(start, at).isBlank()) {
            start = at + 1;
            at = find(text, separator, start);
        }
        String rest = at < 0 ? "" : text.substring(at + 1).strip();
        return split(rest, separator).isEmpty() ? "" : rest;
    }

    private static void addNonEmpty(List<String> parts, String part) {
        String stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }

    /**
     * The parameters of {@code text}, which begins at or after a semicolon: names in lower case, in their order, values
     * unquoted, a parameter without a value has the empty one. Of two with one name the first counts.
     */
    static Map<String, String> parameters(String text) {
        List<String> parts = split(text, ';');
        if (parts.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals).stripTrailing();
            String value = equals < 0 ? "" : unquote(part.substring(equals + 1).strip());
            parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        }
        return Collections.unmodifiableMap(parameters);
    }

    /** {@code ;name=value;flag}: the reverse of {@link #parameters}; a value that is not a plain word is quoted. */
    static void appendParameters(StringBuilder out, Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.append(';').append(parameter.getKey());
            if (!parameter.getValue().isEmpty()) {
                out.append('=');
                appendQuotedIfNeeded(out, parameter.getValue());
            }
        }
    }

    private static void appendQuotedIfNeeded(StringBuilder out, String value) {
        if (isWord(value)) {
            out.append(value);
        } else {
            appendQuoted(out, value);
        }
    }

    static void appendQuoted(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }

    /** The text inside a quoted string; any other text is returned as it is. */
    static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder out = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                i++;
                out.append(inner.charAt(i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether {@code text} can stand as a parameter value without quotes: a token or a host (RFC 3261, section 25.1). */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isTokenCharacter(c) && c != ':' && c != '[' && c != ']') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether {@code text} is a token (RFC 3261, section 25.1). */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && "-.!%*_+`'~".indexOf(c) >= 0);
    }
}
