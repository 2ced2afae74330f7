package presentry.sip.message;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Knows at one glance the SIP URIs that nearly all are, {@code sip:alice@example.com} and {@code sip:alice@192.0.2.1:5070}: one
 * SUBSCRIBE with its NOTIFY carries a dozen. What it knows, the grammar allows; whatever it does not know is left to
 * {@link JainGrammar}, which takes ten times as long.
 */
final class PlainSipUri {
    private static final String PREFIX = "sip:";
    private static final int LARGEST_PORT = 65_535;
    private static final int PORT_DIGITS = 5;
    private static final int OCTET_DIGITS = 3;
    private static final int OCTETS = 4;

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
        int colon = text.indexOf(':', at);
        int hostEnd = colon < 0 ? text.length() : colon;
        if (!isHost(text, at + 1, hostEnd)) {
            return Optional.empty();
        }
        String host = text.substring(at + 1, hostEnd);
        if (colon < 0) {
            return Optional.of(new SipUri(false, host, OptionalInt.empty(), Map.of()));
        }
        String digits = text.substring(colon + 1);
        long port = digits.length() > PORT_DIGITS ? 0 : Digits.value(digits, Long.MAX_VALUE);
        return port < 1 || port > LARGEST_PORT
                ? Optional.empty()
                : Optional.of(new SipUri(false, host, OptionalInt.of((int) port), Map.of()));
    }

    /** A name in lower case whose last label begins with a letter, or an IPv4 address (RFC 3261, section 25.1). */
    private static boolean isHost(String text, int start, int end) {
        int labels = 0;
        int octets = 0;
        int labelStart = start;
        while (labelStart <= end) {
            int dot = text.indexOf('.', labelStart);
            int labelEnd = dot < 0 || dot > end ? end : dot;
            if (!isLabel(text, labelStart, labelEnd)) {
                return false;
            }
            labels++;
            octets += isOctet(text, labelStart, labelEnd) ? 1 : 0;
            if (labelEnd == end) {
                return isLetter(text.charAt(labelStart)) || (labels == OCTETS && octets == OCTETS);
            }
            labelStart = labelEnd + 1;
        }
        return false;
    }

    private static boolean isLabel(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean inside = at > start && at < end - 1;
            if (!isLetter(c) && !isDigit(c) && !(c == '-' && inside)) {
                return false;
            }
        }
        return start < end;
    }

    private static boolean isOctet(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return end - start <= OCTET_DIGITS && Integer.parseInt(text, start, end, 10) <= 255;
    }

    private static boolean isUserCharacter(char c) {
        return isLetter(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
