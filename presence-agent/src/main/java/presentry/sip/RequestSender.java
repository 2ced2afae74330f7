package presentry.sip;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.sip.message.MessageWriter;
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

/** Finds the way for a request, puts our Via on it and begins its transaction (RFC 3261, sections 8.1.2 and 18.1.1). */
final class RequestSender {
    /** Above it a datagram may be cut in pieces on its way (RFC 3261, section 18.1.1). */
    private static final int LARGEST_BY_UDP = 1_300;

    private final Transports transports;
    private final TransactionLayer transactions;
    private final OwnPlaces own;
    private final HostLookup lookup;
    private final UdpOnlyPeers udpOnly;

    RequestSender(
            Transports transports,
            TransactionLayer transactions,
            OwnPlaces own,
            HostLookup lookup,
            UdpOnlyPeers udpOnly) {
        this.transports = transports;
        this.transactions = transactions;
        this.own = own;
        this.lookup = lookup;
        this.udpOnly = udpOnly;
    }

    /** Sends with {@code branch}, which is unique; {@code end} is called once. */
    void send(Departure departure, String branch, Optional<Flow> preferredFlow, Consumer<TransactionEnd> end) {
        Optional<SipUri> uri = departure.nextHopUri();
        Optional<Flow> flow = preferredFlow.filter(preferred -> isToBeUsed(preferred, uri));
        if (flow.isPresent()) {
            begin(
                    departure.request(),
                    branch,
                    flow.get().transport(),
                    flow.get().remote(),
                    end);
        } else if (uri.isEmpty()) {
            end.accept(new TransactionEnd.Unreachable("the next hop is not a SIP URI"));
        } else {
            send(departure.request(), branch, uri.get(), end);
        }
    }

    /** An open connection always; a pair of UDP addresses only if the URI would lead to ourselves. */
    private boolean isToBeUsed(Flow flow, Optional<SipUri> uri) {
        return transports.canBeAnswered(flow)
                && switch (flow.transport()) {
                    case TCP -> true;
                    case UDP -> uri.map(own::isOurs).orElse(true);
                };
    }

    private void send(SipRequest request, String branch, SipUri uri, Consumer<TransactionEnd> end) {
        switch (NextHop.of(uri)) {
            case NextHop.Choice.Impossible(String sentence) -> end.accept(new TransactionEnd.Unreachable(sentence));
            case NextHop.Choice.Possible(NextHop hop) ->
                lookup.find(
                        hop,
                        address -> address.ifPresentOrElse(
                                remote -> send(request, branch, uri, hop.transport(), remote, end),
                                () -> end.accept(new TransactionEnd.Unreachable("there is no host " + hop.host()))));
        }
    }

    /** A large request goes by TCP, unless the URI wants UDP; who has no TCP gets it by UDP after all (section 18.1.1). */
    private void send(
            SipRequest request,
            String branch,
            SipUri uri,
            Transport transport,
            InetSocketAddress remote,
            Consumer<TransactionEnd> end) {
        boolean large = transport == Transport.UDP
                && uri.transport().isEmpty()
                && transports.addresses().containsKey(Transport.TCP)
                && !udpOnly.contains(remote)
                && MessageWriter.write(request).length
                        > LARGEST_BY_UDP - ourVia(branch, transport).length();
        if (!large) {
            begin(request, branch, transport, remote, end);
            return;
        }
        begin(request, branch, Transport.TCP, remote, how -> {
            switch (how) {
                case TransactionEnd.Unreachable(String reason) -> {
                    udpOnly.add(remote);
                    begin(request, branch, Transport.UDP, remote, end);
                }
                case TransactionEnd.Answered answered -> end.accept(answered);
                case TransactionEnd.TimedOut timedOut -> end.accept(timedOut);
            }
        });
    }

    private void begin(
            SipRequest request,
            String branch,
            Transport transport,
            InetSocketAddress remote,
            Consumer<TransactionEnd> end) {
        transactions.send(request.withVia(ourVia(branch, transport)), branch, transport, remote, end);
    }

    private String ourVia(String branch, Transport transport) {
        return "SIP/2.0/" + transport + " " + own.place(transport) + ";branch=" + branch + ";rport";
    }
}
