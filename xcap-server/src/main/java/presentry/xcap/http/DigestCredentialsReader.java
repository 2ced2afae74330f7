package presentry.xcap.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.account.DigestAlgorithm;
import presentry.account.DigestCredentials;

/**
 * Reads the Authorization field of digest authentication (RFC 7616, section 3.4). A node selector may stand in it with its
 * quotes unescaped, so a quoted value ends at the quote behind which the next parameter begins, or nothing.
 */
final class DigestCredentialsReader {

    private static final Pattern SCHEME = Pattern.compile("(?i)Digest[ \\t]+");

    private static final Pattern PARAMETER = Pattern.compile(
            "([a-z-]+)[ \\t]*=[ \\t]*(?:\"(.*?)\"(?=[ \\t]*(?:,[ \\t]*[a-z-]+[ \\t]*=|,?[ \\t]*$))|([^\",\\s]+))",
            Pattern.CASE_INSENSITIVE);

    private DigestCredentialsReader() {}

    /** The credentials; empty if the field is of another scheme, or lacks what qop=auth needs. */
    static Optional<DigestCredentials> read(String field) {
        Matcher scheme = SCHEME.matcher(field);
        if (!scheme.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = parameters(field.substring(scheme.end()));
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(parameters.getOrDefault("algorithm", "MD5"));
        boolean complete = parameters
                        .keySet()
                        .containsAll(List.of("username", "realm", "nonce", "uri", "response", "cnonce", "nc"))
                && parameters.getOrDefault("qop", "").equalsIgnoreCase("auth");
        return complete ? algorithm.map(known -> credentials(parameters, known)) : Optional.empty();
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String value = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private static DigestCredentials credentials(Map<String, String> parameters, DigestAlgorithm algorithm) {
        return new DigestCredentials(
                value(parameters, "username").replaceAll("\\\\(.)", "$1"),
                value(parameters, "realm").replaceAll("\\\\(.)", "$1"),
                value(parameters, "nonce"),
                value(parameters, "uri"),
                value(parameters, "response"),
                algorithm,
                value(parameters, "cnonce"),
                value(parameters, "nc"));
    }

    private static String value(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "");
    }
}
