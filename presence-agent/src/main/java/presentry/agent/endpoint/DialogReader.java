package presentry.agent.endpoint;

import java.util.Optional;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.Watcher;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipUri;

/** Reads a dialog from the request that begins it (RFC 3261, section 12.1.1). */
final class DialogReader {
    private DialogReader() {}

    /** The URI of the Contact, spelled as it came. Empty unless there is exactly one and a request can be sent there. */
    static Optional<String> remoteTarget(SipRequest request) {
        return request.headers().list("Contact").size() == 1
                ? request.contact()
                        .map(NameAddress::uri)
                        .filter(uri -> SipUri.parse(uri).isPresent())
                : Optional.empty();
    }

    /** The dialog; the routes keep their order, since this server is the one that was called. */
    static DialogAddress begun(Exchange exchange, Watcher watcher, DialogId id, String remoteTarget) {
        SipRequest request = exchange.request();
        return new DialogAddress(
                id,
                request.to().uri(),
                watcher.spelling(request.from().uri()),
                remoteTarget,
                request.headers().list("Record-Route"),
                exchange.reachedBy());
    }
}
