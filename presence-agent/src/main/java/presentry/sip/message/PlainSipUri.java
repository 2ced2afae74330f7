package presentry.sip.message;

import java.util.Map;
import java.util.Optional;

/**
 * Knows at one glance the SIP URIs that nearly all are, {@code sip:alice@example.com} and {@code sip:alice@192.0.2.1:5070;transport=udp}: one
 * SUBSCRIBE with its NOTIFY carries a dozen. What it knows, the grammar allows; whatever it does not know is left to
 * {@link JainGrammar}, which takes ten times as long.
 */
final class PlainSipUri {
    private static final String PREFIX = "sip:";
    private static final Optional<Map<String, String>> NO_PARAMETERS = Optional.of(Map.of());

    /** The parameter that a Contact has more often than not. */
    private static final Map<String, Map<String, String>> TRANSPORTS = Map.of(
            ";transport=udp", Map.of("transport", "udp"),
            ";transport=tcp", Map.of("transport", "tcp"));

    private PlainSipUri() {}

    /** The URI in {@code text} if it is a plain one. */
    static Optional<SipUri> read(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int at = PREFIX.length();
        while (at < text.length() && isUserCharacter(text.charAt(at))) {
            at++;
        }
        if (at == PREFIX.length() || at >= text.length() || text.charAt(at) != '@') {
            return Optional.empty();
        }
        int semicolon = text.indexOf(';', at);
        Optional<Map<String, String>> parameters =
                semicolon < 0 ? NO_PARAMETERS : Optional.ofNullable(TRANSPORTS.get(text.substring(semicolon)));
        String place = text.substring(at + 1, semicolon < 0 ? text.length() : semicolon);
        return parameters.flatMap(
                known -> PlainHost.read(place).map(host -> new SipUri(false, host.host(), host.port(), known)));
    }

    private static boolean isUserCharacter(char c) {
        return PlainHost.isLetter(c)
                || PlainHost.isDigit(c)
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}
