package presentry.sip.message;

import java.util.Map;
import java.util.Optional;

/** Reads one address with its parameters (RFC 3261, section 25.1: name-addr and addr-spec). */
final class AddressReader {
    private AddressReader() {}

    static Optional<NameAddress> read(String text) {
        String stripped = text.strip();
        int bracket = HeaderText.find(stripped, '<', 0);
        return bracket < 0 ? bareUri(stripped) : bracketed(stripped, bracket);
    }

    /** Without brackets every semicolon begins a header parameter (RFC 3261, section 20). */
    private static Optional<NameAddress> bareUri(String text) {
        int semicolon = text.indexOf(';');
        String uri = semicolon < 0 ? text : text.substring(0, semicolon).stripTrailing();
        if (uri.indexOf(':') <= 0 || uri.indexOf('?') >= 0 || uri.indexOf(',') >= 0) {
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
        String name = HeaderText.unquote(text.substring(0, bracket).strip());
        String uri = text.substring(bracket + 1, end);
        String rest = text.substring(end + 1).stripLeading();
        if (uri.indexOf(':') <= 0 || !rest.isEmpty() && rest.charAt(0) != ';') {
            return Optional.empty();
        }
        return Optional.of(new NameAddress(name, uri, HeaderText.parameters(rest)));
    }
}
