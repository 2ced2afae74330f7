package presentry.sip.routing;

import java.util.Optional;
import presentry.sip.message.SipUri;

/** Tells before anything is sent whether this server could send to a URI at all, as far as the URI itself says. */
public final class RequestTargets {
    private RequestTargets() {}

    /** Why not: a transport that is not spoken, TLS, a port that does not exist; empty if the URI can be tried. */
    public static Optional<String> obstacle(SipUri uri) {
        return switch (Destination.of(uri)) {
            case Destination.Impossible(String sentence) -> Optional.of(sentence);
            case Destination.Exact exact -> Optional.empty();
            case Destination.OfDomain domain -> Optional.empty();
        };
    }
}
