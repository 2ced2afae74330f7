package presentry.xcap.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Recognises a change that a web page of another origin made a browser send (RFC 6454, section 7). A browser adds what it knows
 * of its user, such as that he sits at this machine, and sends many a POST without asking the server first.
 */
final class ForeignPages {

    private static final String SITE = "Sec-Fetch-Site";

    private ForeignPages() {}

    /** False for programs, which send no Origin, and for what changes nothing (RFC 9110, section 9.2.1). */
    static boolean mayHaveSent(Request request) {
        return !isSafe(request.getMethod()) && (hasForeignOrigin(request) || isFromAnotherSite(request));
    }

    private static boolean isSafe(String method) {
        return HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method) || HttpMethod.OPTIONS.is(method);
    }

    /** The scheme is not compared: a proxy that ends TLS changes it. */
    private static boolean hasForeignOrigin(Request request) {
        List<String> own = List.of("http://" + TargetAuthority.of(request), "https://" + TargetAuthority.of(request));
        return request.getHeaders().getValuesList(HttpHeader.ORIGIN).stream()
                .anyMatch(origin -> !own.contains(origin.toLowerCase(Locale.ROOT)));
    }

    private static boolean isFromAnotherSite(Request request) {
        return request.getHeaders().getValuesList(SITE).stream()
                .anyMatch(site -> site.equals("cross-site") || site.equals("same-site"));
    }
}
