package presentry.sip.message;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, such as {@code presence;id=7} or {@code application/pidf+xml;q=0.5} (RFC 3261,
 * section 7.3.1).
 *
 * @param value what stands before the first semicolon, in its original spelling
 * @param parameters names in lower case, in the order of the text; values unquoted, empty where there is none
 */
public record ParameterizedValue(String value, Map<String, String> parameters) {
    /** Reads {@code text}; never fails, since any text is a value without parameters. */
    public static ParameterizedValue parse(String text) {
        int semicolon = HeaderText.find(text, ';', 0);
        return semicolon < 0
                ? new ParameterizedValue(text.strip(), Map.of())
                : new ParameterizedValue(
                        text.substring(0, semicolon).strip(), HeaderText.parameters(text.substring(semicolon + 1)));
    }

    /** The parameter of that name (in lower case), the empty text if it stands there without a value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The value as a media type or range of them, in lower case; its slash may stand in white space (RFC 3261, section 25.1). */
    public String mediaType() {
        int slash = value.indexOf('/');
        String type = slash < 0
                ? value
                : value.substring(0, slash).stripTrailing()
                        + '/'
                        + value.substring(slash + 1).stripLeading();
        return type.toLowerCase(Locale.ROOT);
    }

    /** The value and its parameters as they stand in a header field. */
    public String text() {
        StringBuilder out = new StringBuilder(value);
        HeaderText.appendParameters(out, parameters);
        return out.toString();
    }
}
