package presentry.sip.message;

import java.util.Map;
import java.util.Optional;

/**
 * Knows at one glance the SIP URIs that nearly all are, {@code sip:alice@example.com} and {@code sip:alice@192.0.2.1:5070}: one
 * SUBSCRIBE with its NOTIFY carries a dozen. What it knows, the grammar allows; whatever it does not know is left to
 * {@link JainGrammar}, which takes ten times as long.
 */
final class PlainSipUri {
    private static final String PREFIX = "sip:";

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
        return PlainHost.read(text.substring(at + 1))
                .map(place -> new SipUri(false, place.host(), place.port(), Map.of()));
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
