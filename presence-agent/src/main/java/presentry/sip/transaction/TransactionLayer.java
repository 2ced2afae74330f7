package presentry.sip.transaction;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.sip.message.Fault;
import presentry.sip.message.MessageWriter;
import presentry.sip.message.ReadOutcome;
import presentry.sip.message.SipHeaders;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.message.Via;
import presentry.sip.transport.Arrivals;
import presentry.sip.transport.Flow;
import presentry.sip.transport.SendFailure;
import presentry.sip.transport.SipTimer;
import presentry.sip.transport.Transport;
import presentry.sip.transport.Transports;
import presentry.sip.transport.Way;

/**
 * All transactions (RFC 3261, section 17): finds the one a message belongs to, or begins one. Answers by itself what cannot
 * be a request (section 8.2.7, without a transaction). Thread-safe.
 */
public final class TransactionLayer implements Arrivals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionLayer.class);

    private final Transports transports;
    private final SipTimer timer;
    private final Tokens tokens;
    private final String product;
    private final int maxTransactions;
    private final RequestReceiver receiver;
    private final Map<ServerKey, ServerTransaction> servers = new ConcurrentHashMap<>();
    private final Map<ClientKey, ClientTransaction> clients = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Transactions over {@code transports}.
     *
     * @param product the value of the Server header field
     * @param maxTransactions of each side; beyond it requests get 503, and ours are not sent
     */
    public TransactionLayer(
            Transports transports,
            SipTimer timer,
            Tokens tokens,
            String product,
            int maxTransactions,
            RequestReceiver receiver) {
        this.transports = transports;
        this.timer = timer;
        this.tokens = tokens;
        this.product = product;
        this.maxTransactions = maxTransactions;
        this.receiver = receiver;
    }

    @Override
    public void arrived(ReadOutcome message, Flow flow) {
        if (closed) {
            return;
        }
        switch (message) {
            case ReadOutcome.Request(SipRequest request, Via via) -> request(request, via, flow);
            case ReadOutcome.Response(SipResponse response, Via via, String method) -> response(response, via, method);
            case ReadOutcome.Malformed(String method, SipHeaders headers, Fault fault) -> {
                if (!method.equals("ACK")) {
                    refuse(headers, fault, flow);
                }
            }
            case ReadOutcome.Unreadable(String reason) -> LOG.debug("Dropped what {} sent: {}", flow.remote(), reason);
        }
    }

    /** How many transactions of both sides are remembered. */
    public int count() {
        return servers.size() + clients.size();
    }

    private void request(SipRequest request, Via via, Flow flow) {
        ServerKey key = ServerKey.of(request, via);
        ServerTransaction known = servers.get(key);
        if (request.method().equals("ACK")) {
            if (known != null) {
                known.acknowledged();
            }
        } else if (known != null) {
            known.repeated();
        } else if (servers.size() >= maxTransactions) {
            refuse(request.headers(), new Fault(503, "Service Unavailable"), flow);
        } else {
            begin(request, via, flow, key);
        }
    }

    private void begin(SipRequest request, Via via, Flow flow, ServerKey key) {
        SipRequest seen = request.withTopVia(via.seenFrom(flow.remote()));
        ServerTransaction created = new ServerTransaction(
                request.method().equals("INVITE"),
                ReplyPath.of(transports, flow, via),
                timer,
                this::memory,
                () -> servers.remove(key));
        ServerTransaction raced = servers.putIfAbsent(key, created);
        if (raced != null) {
            raced.repeated();
            return;
        }
        created.start(() -> SipResponse.answering(seen, 100).build());
        AwaitedAnswer awaited = new AwaitedAnswer(seen, flow, created, tokens, product);
        if (cancelsWhatIsKnown(seen, via)) {
            awaited.answer(SipResponse.answering(seen, 200)); // the other one goes on: RFC 6665, section 4.6
            return;
        }
        try {
            receiver.received(awaited);
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.error("{} could not be handled", seen, defect);
            awaited.answer(SipResponse.answering(seen, 500));
        }
    }

    /** RFC 3261, section 9.2: such a CANCEL is confirmed, also when it comes too late to change anything. */
    private boolean cancelsWhatIsKnown(SipRequest request, Via via) {
        return request.method().equals("CANCEL")
                && ServerKey.cancelledBy(request, via).anyMatch(servers::containsKey);
    }

    /** Timer J; under load it is shorter, so that the past does not take the place of new requests. */
    private Duration memory() {
        return servers.size() < maxTransactions / 2 ? Times.LIFE : Times.SHORT_MEMORY;
    }

    /** Answers without a transaction, the same each time (RFC 3261, section 8.2.7). */
    private void refuse(SipHeaders headers, Fault fault, Flow flow) {
        Optional<Via> via = Via.top(headers);
        SipHeaders seen = via.map(top -> headers.toBuilder()
                        .replaceTop("Via", top.seenFrom(flow.remote()))
                        .build())
                .orElse(headers);
        SipResponse.Builder answer = SipResponse.refusing(seen, fault.status())
                .reason(fault.reason())
                .toTag(tokens.stable(headers.first("Call-ID").orElse("")))
                .header("Server", product);
        if (fault.status() == 503) {
            answer.header("Retry-After", "5"); // RFC 3261, section 21.5.4; seconds
        }
        via.map(top -> ReplyPath.of(transports, flow, top))
                .orElseGet(() -> ReplyPath.toSource(transports, flow))
                .send(MessageWriter.write(answer.build()));
    }

    /** A response goes to the transaction that asked for it; others are dropped (RFC 3261, section 18.1.2). */
    private void response(SipResponse response, Via via, String method) {
        String branch = via.parameters().getOrDefault("branch", "");
        ClientTransaction asking = clients.get(new ClientKey(branch, method));
        if (asking != null) {
            asking.received(response);
        }
    }

    /**
     * Sends {@code request} until it is answered (RFC 3261, section 17.1.2).
     *
     * @param request with our Via on top
     * @param branch of that Via
     * @param end called once, on any thread; not called after {@link #close}
     */
    public void send(SipRequest request, String branch, Way way, Consumer<TransactionEnd> end) {
        if (clients.size() >= maxTransactions) {
            end.accept(new TransactionEnd.Unreachable("too many requests are under way"));
            return;
        }
        byte[] bytes = MessageWriter.write(request);
        ClientKey key = new ClientKey(branch, request.method());
        SendFailure failure = reason -> {
            ClientTransaction failed = clients.get(key);
            if (failed != null) {
                failed.unreachable(reason);
            }
        };
        ClientTransaction created = new ClientTransaction(
                () -> transports.ask(way, bytes, failure),
                request.headers().list("Via").size(),
                way.transport() == Transport.TCP,
                timer,
                how -> {
                    if (!closed) {
                        end.accept(how);
                    }
                },
                () -> {
                    clients.remove(key);
                    transports.answered(way, failure);
                });
        clients.put(key, created);
        created.start();
    }

    /** From now on nobody is told anything: that we stop says nothing about those we talked to. */
    @Override
    public void close() {
        closed = true;
    }
}
