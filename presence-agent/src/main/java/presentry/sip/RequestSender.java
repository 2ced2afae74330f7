package presentry.sip;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipUri;
import presentry.sip.routing.Departure;
import presentry.sip.routing.HostLookup;
import presentry.sip.routing.NextHop;
import presentry.sip.routing.OwnPlaces;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transaction.TransactionLayer;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;
import presentry.sip.transport.Transports;

/** Finds the way for a request, puts our Via on it and begins its transaction (RFC 3261, section 8.1.2). */
final class RequestSender {
    private final Transports transports;
    private final TransactionLayer transactions;
    private final OwnPlaces own;
    private final HostLookup lookup;

    RequestSender(Transports transports, TransactionLayer transactions, OwnPlaces own, HostLookup lookup) {
        this.transports = transports;
        this.transactions = transactions;
        this.own = own;
        this.lookup = lookup;
    }

    void send(Departure departure, String branch, Optional<Flow> preferredFlow, Consumer<TransactionEnd> end) {
        Optional<SipUri> uri = departure.nextHopUri();
        Optional<Flow> flow = preferredFlow.filter(preferred -> isToBeUsed(preferred, uri));
        if (flow.isPresent()) {
            send(departure.request(), branch, flow.get().transport(), flow.get().remote(), end);
        } else if (uri.isEmpty()) {
            end.accept(new TransactionEnd.Unreachable("the next hop is not a SIP URI"));
        } else {
            switch (NextHop.of(uri.get())) {
                case NextHop.Choice.Impossible(String sentence) -> end.accept(new TransactionEnd.Unreachable(sentence));
                case NextHop.Choice.Possible(NextHop hop) ->
                    lookup.find(
                            hop,
                            address -> address.ifPresentOrElse(
                                    remote -> send(departure.request(), branch, hop.transport(), remote, end),
                                    () -> end.accept(
                                            new TransactionEnd.Unreachable("there is no host " + hop.host()))));
            }
        }
    }

    /** An open connection always; a pair of UDP addresses only if the URI would lead to ourselves. */
    private boolean isToBeUsed(Flow flow, Optional<SipUri> uri) {
        return transports.isOpen(flow)
                && switch (flow.transport()) {
                    case TCP -> true;
                    case UDP -> uri.map(own::isOurs).orElse(true);
                };
    }

    private void send(
            SipRequest request,
            String branch,
            Transport transport,
            InetSocketAddress remote,
            Consumer<TransactionEnd> end) {
        String via = "SIP/2.0/" + transport + " " + own.place(transport) + ";branch=" + branch + ";rport";
        transactions.send(request.withVia(via), branch, transport, remote, end);
    }
}
