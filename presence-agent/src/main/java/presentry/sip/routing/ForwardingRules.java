package presentry.sip.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import presentry.sip.message.NameAddress;
import presentry.sip.message.RequestUri;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipUri;
import presentry.sip.message.Via;

/**
 * What a proxy checks and changes before it sends a request on (RFC 3261, sections 16.3, 16.4 and 16.6). We put nothing into
 * Record-Route, so no Request-URI is ever one of ours to be put back.
 */
public final class ForwardingRules {
    /** All that it can come to. */
    public sealed interface Verdict {
        /**
         * It may be sent.
         *
         * @param branchEnd what our branch must end with, so that the request is known should it come back
         */
        record Send(Departure departure, String branchEnd) implements Verdict {}

        /** Nobody says where to. */
        record NoNextHop() implements Verdict {}

        /**
         * It may not be sent.
         *
         * @param status 420, 482 or 483
         * @param unsupported the extensions that are asked for in vain, for 420
         */
        record Refuse(int status, List<String> unsupported) implements Verdict {}
    }

    private final OwnPlaces own;
    private final UnaryOperator<String> digest;

    /**
     * Rules for the server that {@code own} describes.
     *
     * @param digest a token that is always the same for the same text, and not to be guessed
     */
    public ForwardingRules(OwnPlaces own, UnaryOperator<String> digest) {
        this.own = own;
        this.digest = digest;
    }

    /** Judges {@code request}, which goes to {@code target} if no Route is left in it. */
    public Verdict judge(SipRequest request, Optional<Target> target) {
        int hopsLeft = hopsLeft(request);
        if (hopsLeft <= 0) {
            return new Verdict.Refuse(483, List.of()); // section 16.3, item 3
        }
        SipRequest stripped = withoutOwnRoutes(request);
        String branchEnd = "." + digest.apply(path(stripped));
        if (wasHere(request, branchEnd)) {
            return new Verdict.Refuse(482, List.of()); // section 16.3, item 4
        }
        List<String> demanded = request.headers().list("Proxy-Require");
        if (!demanded.isEmpty()) {
            return new Verdict.Refuse(420, demanded); // section 16.3, item 5
        }
        SipRequest copy = stripped.toBuilder()
                .requestUri(requestUri(stripped, target))
                .replaceHeader("Max-Forwards", Integer.toString(hopsLeft - 1))
                .build();
        if (!copy.routes().isEmpty()) {
            return new Verdict.Send(Departure.of(copy), branchEnd);
        }
        return target.<Verdict>map(hop -> new Verdict.Send(new Departure(copy, hop.uri()), branchEnd))
                .orElse(new Verdict.NoNextHop());
    }

    private static String requestUri(SipRequest request, Optional<Target> target) {
        return target.map(hop -> switch (hop) {
                    case Target.NextHop proxy -> request.requestUri();
                    case Target.Contact contact -> RequestUri.of(contact.uri()); // section 16.5
                })
                .orElse(request.requestUri());
    }

    /** The reader let only 0 to 255 pass; a request without the header field gets 70 (section 16.6, item 3). */
    private static int hopsLeft(SipRequest request) {
        return request.headers().first("Max-Forwards").map(Integer::parseInt).orElse(71);
    }

    private SipRequest withoutOwnRoutes(SipRequest request) {
        long ours = request.routes().stream().takeWhile(this::isOurs).count();
        if (ours == 0) {
            return request;
        }
        SipRequest.Builder stripped = request.toBuilder();
        for (long i = 0; i < ours; i++) {
            stripped.removeTopRoute();
        }
        return stripped.build();
    }

    private boolean isOurs(NameAddress route) {
        return SipUri.parse(route.uri()).map(own::isOurs).orElse(false);
    }

    /** All that decides where a request goes; if it comes back unchanged it would go the same way again. */
    private static String path(SipRequest request) {
        return String.join(
                "\n",
                request.requestUri(),
                request.callId(),
                Long.toString(request.cseq()),
                request.method(),
                request.from().tag().orElse(""),
                request.to().tag().orElse(""),
                String.join(",", request.headers().list("Route")),
                String.join(",", request.headers().list("Proxy-Authorization")));
    }

    private boolean wasHere(SipRequest request, String branchEnd) {
        return request.headers().list("Via").stream()
                .map(Via::parse)
                .flatMap(Optional::stream)
                .anyMatch(via -> own.isOurs(via)
                        && via.parameters().getOrDefault("branch", "").endsWith(branchEnd));
    }
}
