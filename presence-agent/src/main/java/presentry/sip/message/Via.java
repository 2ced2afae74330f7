package presentry.sip.message;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One element of the Via header fields (RFC 3261, section 20.42): where a request passed, and where its response goes.
 *
 * @param transport as it was written
 * @param host of sent-by, as it was written
 * @param port of sent-by, if it was written
 * @param parameters names in lower case, values as they were written, empty where there is none
 * @param text the whole element as it was written
 */
public record Via(String transport, String host, OptionalInt port, Map<String, String> parameters, String text) {
    /** Begins every branch that is unique in the sense of RFC 3261, section 8.1.1.7. */
    public static final String COOKIE = "z9hG4bK";

    /** The element in {@code text}, or nothing if the grammar does not allow it. */
    public static Optional<Via> parse(String text) {
        return PlainVia.read(text).or(() -> JainGrammar.via(text));
    }

    /** The topmost element of {@code headers}, if there is one and it can be read. */
    public static Optional<Via> top(SipHeaders headers) {
        return headers.first("Via")
                .flatMap(
                        line -> HeaderText.split(line, ',').stream().findFirst().flatMap(Via::parse));
    }

    /** The branch, if it is one that names a transaction by itself (RFC 3261, section 17.2.3). */
    public Optional<String> branch() {
        return Optional.ofNullable(parameters.get("branch")).filter(Via::isUnique);
    }

    /** Host and port of sent-by in one spelling, to be compared. */
    public String sentBy() {
        return host.toLowerCase(Locale.ROOT) + ":" + port.orElse(5060);
    }

    /**
     * This element with what the server learned when the request came from {@code source}: {@code received} when the host
     * differs or {@code rport} was asked for (RFC 3261, section 18.2.1; RFC 3581, section 4), and the value of rport. What
     * the request itself claimed to be received from is not believed. All else stays octet for octet as it was written, for
     * the response must carry it so (RFC 3261, section 8.2.6.2).
     */
    public String seenFrom(InetSocketAddress source) {
        String address = HostText.of(source.getAddress());
        boolean rport = parameters.containsKey("rport");
        boolean claimed = parameters.containsKey("received");
        if (!rport && !claimed && bare(host).equals(address)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 48);
        appendWithoutOurs(out);
        if (rport || !bare(host).equals(address)) {
            out.append(";received=").append(address);
        }
        if (rport) {
            out.append(";rport=").append(source.getPort());
        }
        return out.toString();
    }

    /** Cuts out rport and received, wherever they stand, and copies the rest. */
    private void appendWithoutOurs(StringBuilder out) {
        int start = 0;
        while (start < text.length()) {
            int semicolon = HeaderText.find(text, ';', start + 1);
            int end = semicolon < 0 ? text.length() : semicolon;
            if (start == 0 || !isOurs(text.substring(start + 1, end))) {
                out.append(text, start, end);
            }
            start = end;
        }
    }

    private static boolean isOurs(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
        return name.equalsIgnoreCase("rport") || name.equalsIgnoreCase("received");
    }

    /** The port a response goes to when the request came from {@code source} by UDP (RFC 3581, section 4; 3261, 18.2.2). */
    public int responsePort(InetSocketAddress source) {
        return parameters.containsKey("rport") ? source.getPort() : port.orElse(5060);
    }

    private static boolean isUnique(String branch) {
        return branch.length() > COOKIE.length() && branch.regionMatches(true, 0, COOKIE, 0, COOKIE.length());
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
