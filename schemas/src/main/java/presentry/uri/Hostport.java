package presentry.uri;

import java.util.Optional;

/**
 * {@code hostport} of RFC 3261, section 25.1.
 *
 * @param port 1 to 65535, or 0 if none is written
 */
record Hostport(UriHost host, int port) {

    private static final int MAX_PORT_DIGITS = 9;
    private static final int MAX_PORT = 65535;

    /** Where the host and port that begin at {@code start} end: before the parameters or headers. */
    static int end(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != ';' && text.charAt(at) != '?') {
            at++;
        }
        return at;
    }

    static Optional<Hostport> read(String text) {
        int bracket = text.indexOf(']');
        int colon = text.indexOf(':', bracket + 1);
        if (colon < 0) {
            return UriHost.read(text).map(host -> new Hostport(host, 0));
        }
        int port = readPort(text, colon + 1);
        return port == 0
                ? Optional.empty()
                : UriHost.read(text.substring(0, colon)).map(host -> new Hostport(host, port));
    }

    String spelling() {
        return port == 0 ? host.spelling() : host.spelling() + ":" + port;
    }

    /** The port, or 0 if it is none. */
    private static int readPort(String text, int start) {
        int digits = text.length() - start;
        if (digits < 1 || digits > MAX_PORT_DIGITS || !UriCharacters.DIGIT.containsAll(text, start, text.length())) {
            return 0;
        }
        int port = Integer.parseInt(text, start, text.length(), 10);
        return port <= MAX_PORT ? port : 0;
    }
}
