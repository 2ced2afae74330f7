package presentry.sip.message;

import java.util.Map;
import java.util.Optional;

/**
 * Knows at one glance the Via that nearly all are: {@code SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bK77;rport}. What it knows, the
 * grammar allows; whatever it does not know is left to {@link JainGrammar}.
 */
final class PlainVia {
    private static final String PROTOCOL = "SIP/2.0/";
    private static final int TRANSPORT_END = PROTOCOL.length() + 3;
    private static final String BRANCH = "branch=";
    private static final String RPORT = "rport";
    private static final String RECEIVED = "received=";

    private PlainVia() {}

    /** The Via in {@code text} if it is a plain one. */
    static Optional<Via> read(String text) {
        boolean known = text.startsWith("UDP ", PROTOCOL.length()) || text.startsWith("TCP ", PROTOCOL.length());
        if (!known || !text.startsWith(PROTOCOL)) {
            return Optional.empty();
        }
        int semicolon = text.indexOf(';');
        int sentByEnd = semicolon < 0 ? text.length() : semicolon;
        String parameters = semicolon < 0 ? "" : text.substring(semicolon + 1);
        if (semicolon >= 0 && !arePlain(parameters)) {
            return Optional.empty();
        }
        return PlainHost.read(text.substring(TRANSPORT_END + 1, sentByEnd))
                .map(place -> new Via(
                        text.substring(PROTOCOL.length(), TRANSPORT_END),
                        place.host(),
                        place.port(),
                        semicolon < 0 ? Map.of() : HeaderText.parameters(parameters),
                        text));
    }

    /** A branch, what RFC 3581 adds, and nothing else. */
    private static boolean arePlain(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            boolean plain = parameter.equals(RPORT)
                    || (parameter.startsWith(BRANCH) && HeaderText.isToken(parameter.substring(BRANCH.length())))
                    || (parameter.startsWith(RPORT + "=") && isPort(parameter.substring(RPORT.length() + 1)))
                    || (parameter.startsWith(RECEIVED) && isHost(parameter.substring(RECEIVED.length())));
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(String text) {
        long port = Digits.value(text, Long.MAX_VALUE);
        return port >= 1 && port <= 65_535;
    }

    private static boolean isHost(String text) {
        return PlainHost.read(text).filter(place -> place.port().isEmpty()).isPresent();
    }
}
