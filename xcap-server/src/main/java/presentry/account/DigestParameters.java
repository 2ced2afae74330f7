package presentry.account;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the value of an Authorization header of the scheme Digest into its parameters (RFC 7616, section 3.4).
 *
 * <p>Tolerant in one point: {@code uri} may have quotes inside, for there are XCAP clients that put a node selector there as it
 * is. It ends at the first quote behind which the value ends or another parameter begins.
 */
final class DigestParameters {

    private static final int MAX_LENGTH = 16 << 10;

    private static final Pattern SCHEME = Pattern.compile("[ \\t]*Digest[ \\t]+", Pattern.CASE_INSENSITIVE);

    private static final String END = "[ \\t]*(?:$|,[ \\t,]*)";

    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9*_-]+)[ \\t]*=[ \\t]*(?:\"(.*?)(?<!\\\\)\"|([^\", \\t]*))" + END);

    /** The URI, up to the end or up to a comma with another parameter behind it. */
    private static final Pattern URI = Pattern.compile(
            "(uri)[ \\t]*=[ \\t]*(?:\"(.*?)\"|([^\", \\t]*))" + END
                    + "(?=$|(?:username|realm|nonce|response|algorithm|cnonce|opaque|qop|nc|userhash|charset)[ \\t]*=)",
            Pattern.CASE_INSENSITIVE);

    private DigestParameters() {}

    /** Names in lower case; empty if the value is of another scheme, cannot be read, or names a parameter twice. */
    static Optional<Map<String, String>> read(String value) {
        Matcher scheme = SCHEME.matcher(value);
        if (value.length() > MAX_LENGTH || !scheme.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(value);
        Matcher uri = URI.matcher(value);
        int position = scheme.end();
        while (position < value.length()) {
            Matcher next = uri.region(position, value.length()).lookingAt() ? uri : parameter;
            if (!next.region(position, value.length()).lookingAt()) {
                return Optional.empty();
            }
            String name = next.group(1).toLowerCase(Locale.ROOT);
            if (parameters.put(name, text(name, next)) != null) {
                return Optional.empty();
            }
            position = next.end();
        }
        return Optional.of(parameters);
    }

    /** A backslash escapes what follows it, except in a URI, where it was never meant so. */
    private static String text(String name, Matcher parameter) {
        String quoted = parameter.group(2);
        if (quoted == null) {
            return parameter.group(3);
        }
        return name.equals("uri") ? quoted : quoted.replaceAll("\\\\(.)", "$1");
    }
}
