package presentry.sip.message;

import java.util.Map;
import java.util.Optional;

/**
 * An address with its header parameters, as From, To, Contact, Route and Record-Route carry them (RFC 3261, sections
 * 20.10 and 25.1).
 *
 * @param displayName unquoted, empty if there is none
 * @param uri exactly as it was written, without the angle brackets
 * @param parameters those of the header field, not of the URI: names in lower case, in the order of the text; values
 *     unquoted, empty where there is none
 */
public record NameAddress(String displayName, String uri, Map<String, String> parameters) {
    /** A bare URI. */
    public static NameAddress of(String uri) {
        return new NameAddress("", uri, Map.of());
    }

    /** The address in {@code text}, or nothing if the grammar does not allow it. */
    public static Optional<NameAddress> parse(String text) {
        return AddressReader.read(text);
    }

    /** The dialog tag (RFC 3261, section 19.3). */
    public Optional<String> tag() {
        return Optional.ofNullable(parameters.get("tag"));
    }

    /** As it stands in a header field, the URI always in angle brackets. */
    public String text() {
        StringBuilder out = new StringBuilder(displayName.length() + uri.length() + 32);
        if (!displayName.isEmpty()) {
            HeaderText.appendQuoted(out, displayName);
            out.append(' ');
        }
        out.append('<').append(uri).append('>');
        HeaderText.appendParameters(out, parameters);
        return out.toString();
    }
}
