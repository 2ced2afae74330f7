package presentry.agent.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;

/** Reads where the peer wants the requests of a dialog (RFC 3261, section 12.1.1). */
final class DialogReader {
    private static final Pattern SIP_URI = Pattern.compile("(?i:sips?):[!-~&&[^<>\"]]+");

    private DialogReader() {}

    /**
     * The URI of the Contact, spelled as it came. Empty unless there is exactly one and a request can be sent there: a SIP
     * URI of visible ASCII, since it goes into a request line as it is.
     */
    static Optional<String> remoteTarget(SipRequest request) {
        return request.headers().list("Contact").size() == 1
                ? request.contact()
                        .map(NameAddress::uri)
                        .filter(uri -> SIP_URI.matcher(uri).matches())
                : Optional.empty();
    }

    /** The Record-Route values in the order of the request; empty if one of them is no address. */
    static Optional<List<String>> routeSet(SipRequest request) {
        List<String> values = request.headers().list("Record-Route");
        boolean readable =
                values.stream().allMatch(value -> NameAddress.parse(value).isPresent());
        return readable ? Optional.of(values) : Optional.empty();
    }
}
