package presentry.sip.message;

import java.util.Map;
import java.util.Optional;

/**
 * Reads one address with its parameters (RFC 3261, section 25.1: name-addr and addr-spec). Takes the parts apart as they
 * are written; {@link JainGrammar} then says whether the grammar allows them.
 */
final class AddressReader {
    private static final String TAG = ";tag=";

    private AddressReader() {}

    static Optional<NameAddress> read(String text) {
        String stripped = text.strip();
        int bracket = HeaderText.find(stripped, '<', 0);
        return (bracket < 0 ? bareUri(stripped) : bracketed(stripped, bracket))
                .filter(address -> isPlain(stripped, address) || JainGrammar.allowsAddress(stripped));
    }

    /** A plain URI in brackets and at most a tag, as nearly all are: the grammar need not be asked. */
    private static boolean isPlain(String text, NameAddress address) {
        int end = address.uri().length() + 2;
        boolean nothingElse = text.length() == end;
        return text.startsWith("<")
                && (nothingElse || isTag(text.substring(end)))
                && PlainSipUri.read(address.uri()).isPresent();
    }

    private static boolean isTag(String parameters) {
        return parameters.startsWith(TAG) && HeaderText.isToken(parameters.substring(TAG.length()));
    }

    /** Without brackets every semicolon begins a header parameter, and commas and header fields are not allowed (s20). */
    private static Optional<NameAddress> bareUri(String text) {
        int semicolon = text.indexOf(';');
        String uri = semicolon < 0 ? text : text.substring(0, semicolon).stripTrailing();
        if (!isUriText(uri) || uri.indexOf('?') >= 0 || uri.indexOf(',') >= 0) {
            return Optional.empty();
        }
        Map<String, String> parameters =
                semicolon < 0 ? Map.of() : HeaderText.parameters(text.substring(semicolon + 1));
        return Optional.of(new NameAddress("", uri, parameters));
    }

    private static Optional<NameAddress> bracketed(String text, int bracket) {
        int end = text.indexOf('>', bracket);
        if (end < 0) {
            return Optional.empty();
        }
        String name = text.substring(0, bracket).strip();
        String uri = text.substring(bracket + 1, end);
        String rest = text.substring(end + 1).stripLeading();
        boolean rightAfter = rest.isEmpty() || rest.charAt(0) == ';';
        return isDisplayName(name) && isUriText(uri) && rightAfter
                ? Optional.of(new NameAddress(HeaderText.unquote(name), uri, HeaderText.parameters(rest)))
                : Optional.empty();
    }

    private static boolean isUriText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '"' || c == '<' || c == '>') {
                return false;
            }
        }
        return text.indexOf(':') > 0;
    }

    /** A quoted string, or words; letters beyond ASCII are let through though they should be quoted. */
    private static boolean isDisplayName(String text) {
        if (text.startsWith("\"")) {
            return text.length() > 1 && text.endsWith("\"");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c < 128 && !HeaderText.isTokenCharacter(c)) {
                return false;
            }
        }
        return true;
    }
}
