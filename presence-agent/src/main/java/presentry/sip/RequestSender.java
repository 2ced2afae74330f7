package presentry.sip;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import presentry.sip.message.MessageWriter;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.message.SipUri;
import presentry.sip.routing.Departure;
import presentry.sip.routing.Located;
import presentry.sip.routing.OwnPlaces;
import presentry.sip.routing.Place;
import presentry.sip.routing.ServerLocator;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transaction.TransactionLayer;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;
import presentry.sip.transport.Transports;
import presentry.sip.transport.Way;

/** Finds the way for a request, puts our Via on it and begins its transaction (RFC 3261, sections 8.1.2 and 18.1.1). */
final class RequestSender {
    /** Above it a datagram may be cut in pieces on its way (RFC 3261, section 18.1.1). */
    private static final int LARGEST_BY_UDP = 1_300;

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Transports transports;
    private final TransactionLayer transactions;
    private final OwnPlaces own;
    private final ServerLocator locator;
    private final UdpOnlyPeers udpOnly;
    private final Predicate<InetAddress> targets;

    RequestSender(
            Transports transports,
            TransactionLayer transactions,
            OwnPlaces own,
            ServerLocator locator,
            UdpOnlyPeers udpOnly,
            Predicate<InetAddress> targets) {
        this.transports = transports;
        this.transactions = transactions;
        this.own = own;
        this.locator = locator;
        this.udpOnly = udpOnly;
        this.targets = targets;
    }

    /**
     * Sends.
     *
     * @param branches gives a unique one for each way that is tried (RFC 3263, section 4.3)
     * @param end called once
     */
    void send(
            Departure departure,
            Supplier<String> branches,
            Optional<Flow> preferredFlow,
            Consumer<TransactionEnd> end) {
        SipRequest request = departure.request();
        Optional<SipUri> uri = departure.nextHopUri();
        Optional<Flow> flow = preferredFlow.filter(preferred -> isToBeUsed(preferred, uri));
        if (flow.isPresent()) {
            begin(request, branches.get(), flow.get(), end);
        } else if (uri.isEmpty()) {
            end.accept(new TransactionEnd.Unreachable("the next hop is not a SIP URI"));
        } else {
            boolean free = uri.get().transport().isEmpty();
            locator.locate(uri.get(), located -> {
                switch (located) {
                    case Located.Nowhere(String sentence) -> end.accept(new TransactionEnd.Unreachable(sentence));
                    case Located.At(List<Place> places) -> tryInTurn(request, branches, free, places, end);
                }
            });
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

    /**
     * The next place is tried if one cannot be reached or says 503 (RFC 3263, section 4.3). Not if it is silent: by then the
     * time of the whole request is over.
     */
    private void tryInTurn(
            SipRequest request,
            Supplier<String> branches,
            boolean transportIsFree,
            List<Place> places,
            Consumer<TransactionEnd> end) {
        List<Place> others = places.subList(1, places.size());
        tryPlace(request, branches, transportIsFree, places.getFirst(), how -> {
            if (others.isEmpty() || !isForTheNext(how)) {
                end.accept(how);
            } else {
                tryInTurn(request, branches, transportIsFree, others, end);
            }
        });
    }

    private static boolean isForTheNext(TransactionEnd how) {
        return switch (how) {
            case TransactionEnd.Unreachable unreachable -> true;
            case TransactionEnd.Answered(SipResponse response) -> response.status() == SERVICE_UNAVAILABLE;
            case TransactionEnd.TimedOut timedOut -> false;
        };
    }

    /**
     * A large request goes by TCP, unless the URI wants UDP; who has no TCP gets it by UDP after all (section 18.1.1), with another
     * branch, so that what still becomes of the connection does not end that transaction too.
     */
    private void tryPlace(
            SipRequest request,
            Supplier<String> branches,
            boolean transportIsFree,
            Place place,
            Consumer<TransactionEnd> end) {
        if (!targets.test(place.address().getAddress())) {
            end.accept(new TransactionEnd.Unreachable(
                    "sip.targets.deny forbids requests to " + place.address().getAddress()));
            return;
        }
        String branch = branches.get();
        boolean large = place.transport() == Transport.UDP
                && transportIsFree
                && transports.addresses().containsKey(Transport.TCP)
                && !udpOnly.contains(place.address())
                && MessageWriter.length(request)
                        > LARGEST_BY_UDP - ourVia(branch, place.transport()).length();
        if (!large) {
            begin(request, branch, way(place), end);
            return;
        }
        begin(request, branch, new Way.To(Transport.TCP, place.address()), how -> {
            switch (how) {
                case TransactionEnd.Unreachable(String reason) -> {
                    udpOnly.add(place.address());
                    begin(request, branches.get(), way(place), end);
                }
                case TransactionEnd.Answered answered -> end.accept(answered);
                case TransactionEnd.TimedOut timedOut -> end.accept(timedOut);
            }
        });
    }

    private static Way way(Place place) {
        return new Way.To(place.transport(), place.address());
    }

    private void begin(SipRequest request, String branch, Way way, Consumer<TransactionEnd> end) {
        transactions.send(request.withVia(ourVia(branch, way.transport())), branch, way, end);
    }

    private String ourVia(String branch, Transport transport) {
        return "SIP/2.0/" + transport + " " + own.place(transport) + ";branch=" + branch + ";rport";
    }
}
