package presentry.xcap.address;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The quoted value of an attribute predicate: AttValue of XML 1.0, production 10, as the value a document would have. */
final class AttributeValue {

    private static final Pattern REFERENCE = Pattern.compile("&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(\\w{2,4}));");

    private static final Map<String, String> PREDEFINED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private static final Pattern LITERAL_SPACE = Pattern.compile("[\\t\\n\\r]");

    private AttributeValue() {}

    /**
     * The value, references expanded and literal white space normalised (XML 1.0, section 3.3.3); empty if {@code quoted}
     * is not quoted properly or has a less-than sign. A lone ampersand, against the grammar, stands for itself: clients
     * write names like "Tom & Jerry" so, and nothing else could be meant.
     */
    static Optional<String> read(String quoted) {
        if (quoted.length() < 2) {
            return Optional.empty();
        }
        char quote = quoted.charAt(0);
        String inner = quoted.substring(1, quoted.length() - 1);
        boolean wellQuoted = (quote == '"' || quote == '\'') && quoted.charAt(quoted.length() - 1) == quote;
        if (!wellQuoted || inner.indexOf(quote) >= 0 || inner.indexOf('<') >= 0) {
            return Optional.empty();
        }
        String spaced = LITERAL_SPACE.matcher(inner).replaceAll(" ");
        return Optional.of(REFERENCE.matcher(spaced).replaceAll(match -> Matcher.quoteReplacement(expanded(match))));
    }

    private static String expanded(MatchResult reference) {
        if (reference.group(3) != null) {
            return PREDEFINED.getOrDefault(reference.group(3), reference.group());
        }
        int codePoint = reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : reference.group();
    }
}
