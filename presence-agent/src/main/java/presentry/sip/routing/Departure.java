package presentry.sip.routing;

import java.util.List;
import java.util.Optional;
import presentry.sip.message.NameAddress;
import presentry.sip.message.RequestUri;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipUri;

/**
 * A request as it leaves and the URI it is sent to (RFC 3261, sections 8.1.2 and 12.2.1.1): the topmost Route if there is
 * one, else the Request-URI.
 *
 * @param request rewritten if its first Route is a strict router
 */
public record Departure(SipRequest request, String nextHop) {
    /** Decides for {@code request}. */
    public static Departure of(SipRequest request) {
        List<NameAddress> routes = request.routes();
        if (routes.isEmpty()) {
            return new Departure(request, request.requestUri());
        }
        String first = routes.getFirst().uri();
        boolean loose = SipUri.parse(first).map(SipUri::isLooseRouter).orElse(true);
        return new Departure(loose ? request : strict(request, first), first);
    }

    /** A strict router wants to be the Request-URI, and the real one at the end (RFC 3261, sections 12.2.1.1 and 16.6). */
    private static SipRequest strict(SipRequest request, String router) {
        SipRequest.Builder rewritten =
                request.toBuilder().requestUri(RequestUri.of(router)).removeTopRoute();
        return rewritten
                .header("Route", NameAddress.of(request.requestUri()).text())
                .build();
    }

    /** The next hop as a SIP URI; nothing if it is of another kind. */
    public Optional<SipUri> nextHopUri() {
        return SipUri.parse(nextHop);
    }
}
