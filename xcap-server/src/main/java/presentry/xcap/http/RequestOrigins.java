package presentry.xcap.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Finds scheme and authority by which a client addressed this server, for the URIs that it is answered. A proxy in front is
 * believed if it is trusted: it says in Forwarded (RFC 7239) or X-Forwarded-Proto and X-Forwarded-Host what it was asked by.
 */
final class RequestOrigins {

    private static final int MAX_LENGTH = 300;

    private final Predicate<InetAddress> proxies;

    /** @param proxies whose word counts */
    RequestOrigins(Predicate<InetAddress> proxies) {
        this.proxies = proxies;
    }

    /** Such as {@code https://xcap.example.com:8443}: never empty, and fit for a place within quotes. */
    String of(Request request) {
        String scheme = request.isSecure() ? "https" : "http";
        return Peers.address(request).filter(proxies).isPresent()
                ? forwarded(request, "proto", "X-Forwarded-Proto")
                                .filter(word -> word.equals("http") || word.equals("https"))
                                .orElse(scheme)
                        + "://"
                        + forwarded(request, "host", "X-Forwarded-Host")
                                .filter(RequestOrigins::isAuthority)
                                .orElseGet(() -> authority(request))
                : scheme + "://" + authority(request);
    }

    /** A request of HTTP/1.0 may name none: then it is where its connection arrived. */
    private static String authority(Request request) {
        String named = TargetAuthority.of(request);
        return isAuthority(named) ? named : Request.getLocalAddr(request) + ":" + Request.getLocalPort(request);
    }

    /** The last one: that is what the proxy itself has added. */
    private static Optional<String> forwarded(Request request, String parameter, String field) {
        Stream<String> standard = values(request, HttpHeader.FORWARDED.asString())
                .flatMap(element -> Arrays.stream(element.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, parameter + "=", 0, parameter.length() + 1))
                .map(pair -> unquoted(pair.substring(parameter.length() + 1)));
        return Stream.concat(values(request, field), standard)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .reduce((earlier, later) -> later);
    }

    private static Stream<String> values(Request request, String field) {
        List<String> lines = request.getHeaders().getValuesList(field);
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Host and port, of the characters that those have (RFC 3986, section 3.2). */
    private static boolean isAuthority(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ".-_:[]%~".indexOf(c) >= 0);
    }
}
