package presentry.sip;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import presentry.sip.dns.DnsServiceRecords;
import presentry.sip.message.SipRequest;
import presentry.sip.routing.Departure;
import presentry.sip.routing.ForwardingRules;
import presentry.sip.routing.OwnPlaces;
import presentry.sip.routing.ServerLocator;
import presentry.sip.routing.Target;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.RequestReceiver;
import presentry.sip.transaction.Tokens;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transaction.TransactionLayer;
import presentry.sip.transport.Flow;
import presentry.sip.transport.SipTimer;
import presentry.sip.transport.Transport;
import presentry.sip.transport.Transports;

/** A SIP endpoint and proxy core: receives, answers, sends and forwards requests. Thread-safe. */
public final class SipStack implements AutoCloseable {
    private final Transports transports;
    private final TransactionLayer transactions;
    private final OwnPlaces own;
    private final Tokens tokens;
    private final ServerLocator locator;
    private final RequestSender sender;
    private final Forwarder forwarder;

    private SipStack(
            Transports transports,
            TransactionLayer transactions,
            OwnPlaces own,
            Tokens tokens,
            ServerLocator locator,
            RequestSender sender,
            Forwarder forwarder) {
        this.transports = transports;
        this.transactions = transactions;
        this.own = own;
        this.tokens = tokens;
        this.locator = locator;
        this.sender = sender;
        this.forwarder = forwarder;
    }

    /**
     * Listens.
     *
     * @param timer drives all retransmissions and time-outs, and the age of connections
     * @param random makes branches and tags
     * @param lookups where the results of DNS look-ups are handed on; no thread of it waits for a name server
     * @param receiver gets every request but ACK, and CANCEL of what is known, each once; the first may come before this method returns
     */
    public static Started start(
            SipSettings settings, SipTimer timer, SecureRandom random, Executor lookups, RequestReceiver receiver) {
        Tokens tokens = new Tokens(random);
        Transports transports = new Transports(settings.limits(), timer, tokens.tag());
        TransactionLayer transactions = new TransactionLayer(
                transports, timer, tokens, settings.product(), settings.maxTransactions(), receiver);
        Optional<String> refusal = transports.open(settings.listens(), transactions);
        if (refusal.isPresent()) {
            transports.close();
            return new Started.Refused(refusal.get());
        }
        OwnPlaces own = new OwnPlaces(transports.addresses(), settings.advertisedHost(), settings.ownNames());
        ServerLocator locator = new ServerLocator(new DnsServiceRecords(settings.nameServers()), random, lookups);
        RequestSender sender =
                new RequestSender(transports, transactions, own, locator, new UdpOnlyPeers(timer), settings.targets());
        Forwarder forwarder = new Forwarder(sender, new ForwardingRules(own, tokens::stable), tokens);
        return new Started.Running(new SipStack(transports, transactions, own, tokens, locator, sender, forwarder));
    }

    /**
     * Where it listens.
     *
     * @throws IllegalStateException if the settings have no such transport; a defect of the caller
     */
    public InetSocketAddress address(Transport transport) {
        return Optional.ofNullable(transports.addresses().get(transport))
                .orElseThrow(() -> new IllegalStateException("SIP does not listen on " + transport));
    }

    /** Host and port for a Contact of ours that is reached by {@code transport}, such as {@code 192.0.2.1:5065}. */
    public String contactPlace(Transport transport) {
        return own.place(transport);
    }

    /**
     * Sends {@code request} in a non-INVITE client transaction (RFC 3261, section 17.1.2): to the topmost Route, else to the
     * Request-URI, and to the servers that one means in turn until one takes it (RFC 3263, section 4). The Via is added here.
     *
     * @param preferredFlow a TCP connection to use while it is open; and the way to go if the next hop is this server itself,
     *     as the URI of a GRUU is (RFC 5627)
     * @param end called once, on any thread, which may be the caller's; returns at once
     */
    public void send(SipRequest request, Optional<Flow> preferredFlow, Consumer<TransactionEnd> end) {
        sender.send(Departure.of(request), tokens::branch, preferredFlow, end);
    }

    /**
     * Forwards a non-INVITE request statefully and returns its final response upstream (RFC 3261, section 16). When the next
     * hop is silent nothing is returned (RFC 4320, section 4.2), when it cannot be reached 500 is (RFC 3261, section 16.9).
     *
     * @param target where to send if no Route is left
     * @param end what the forwarding ended in, for the log; called once if the start is {@code Forwarding}
     */
    public ForwardStart forward(IncomingRequest incoming, Optional<Target> target, Consumer<TransactionEnd> end) {
        return forwarder.forward(incoming, target, end);
    }

    /** How many transactions are remembered. */
    public int transactions() {
        return transactions.count();
    }

    /** Stops quickly; nothing is sent, and no request under way comes to an end. */
    @Override
    public void close() {
        locator.close();
        transactions.close();
        transports.close();
    }
}
