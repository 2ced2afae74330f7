package presentry.sip.message;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A host as nearly all are written, with or without a port: a name in lower case whose last label begins with a letter, or an IPv4
 * address (RFC 3261, section 25.1).
 *
 * @param port 1 to 65535, if it was written
 */
record PlainHost(String host, OptionalInt port) {
    private static final int LARGEST_PORT = 65_535;
    private static final int PORT_DIGITS = 5;
    private static final int OCTET_DIGITS = 3;
    private static final int OCTETS = 4;

    /** The host and the port that a text consists of; empty if it is no plain one. */
    static Optional<PlainHost> read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return isHost(text, 0, text.length())
                    ? Optional.of(new PlainHost(text, OptionalInt.empty()))
                    : Optional.empty();
        }
        String digits = text.substring(colon + 1);
        long port = digits.length() > PORT_DIGITS ? 0 : Digits.value(digits, Long.MAX_VALUE);
        return port >= 1 && port <= LARGEST_PORT && isHost(text, 0, colon)
                ? Optional.of(new PlainHost(text.substring(0, colon), OptionalInt.of((int) port)))
                : Optional.empty();
    }

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

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
