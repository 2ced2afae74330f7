package presentry.agent.endpoint;

import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.Watcher;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipUri;
import presentry.sip.routing.RequestTargets;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;

/** Reads a dialog from the request that begins it (RFC 3261, section 12.1.1). */
final class DialogReader {
    private static final Target NO_CONTACT = new Target.None("Contact must be one sip or sips URI");

    private DialogReader() {}

    /** What a Contact says of where requests go. */
    sealed interface Target {
        /**
         * There is one.
         *
         * @param uri as it was spelled
         */
        record Reachable(String uri) implements Target {}

        /**
         * There is none that can be used.
         *
         * @param why a sentence for the sender
         */
        record None(String why) implements Target {}
    }

    /**
     * The Contact of a request that begins a dialog: there must be exactly one, and a way to it. Where a proxy stays in between
     * (Record-Route), or the connection of the request can be used, the way to the Contact is not this server's affair.
     */
    static Target firstRemoteTarget(SipRequest request, Flow flow) {
        boolean direct = flow.transport() == Transport.UDP && !request.headers().contains("Record-Route");
        Target target = remoteTarget(request);
        return direct && target instanceof Target.Reachable(String uri)
                ? SipUri.parse(uri)
                        .flatMap(RequestTargets::obstacle)
                        .<Target>map(why -> new Target.None("Nothing can be sent to your Contact: " + why))
                        .orElse(target)
                : target;
    }

    /** The Contact of a request inside a dialog, whose routes are known already. */
    static Target remoteTarget(SipRequest request) {
        return request.headers().list("Contact").size() == 1
                ? request.contact()
                        .map(NameAddress::uri)
                        .filter(uri -> SipUri.parse(uri).isPresent())
                        .<Target>map(Target.Reachable::new)
                        .orElse(NO_CONTACT)
                : NO_CONTACT;
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
