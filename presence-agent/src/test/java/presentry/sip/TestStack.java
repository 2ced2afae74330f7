package presentry.sip;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.RequestReceiver;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;

/** A stack on a free port of the loopback address, with time that is moved by hand. */
final class TestStack implements AutoCloseable {
    final HandTimer timer = new HandTimer();
    final BlockingQueue<IncomingRequest> received = new LinkedBlockingQueue<>();
    final SipStack stack;

    /** Requests are kept in {@link #received} and not answered. */
    TestStack() {
        this(SipSettings.onBoth("127.0.0.1", 0, Set.of("example.test")));
    }

    TestStack(SipSettings settings) {
        this.stack = started(settings, received::add);
    }

    /** Requests are given to {@code receiver}. */
    TestStack(RequestReceiver receiver) {
        this.stack = started(SipSettings.onBoth("127.0.0.1", 0, Set.of("example.test")), receiver);
    }

    private SipStack started(SipSettings settings, RequestReceiver receiver) {
        return switch (SipStack.start(settings, timer, new SecureRandom(), Runnable::run, receiver)) {
            case Started.Running(SipStack running) -> running;
            case Started.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    /** A stack that answers every request with {@code status} at once. */
    static TestStack answering(int status) {
        return new TestStack(incoming -> incoming.answer(SipResponse.answering(incoming.request(), status)));
    }

    UdpPeer udp() {
        return new UdpPeer(stack.address(Transport.UDP));
    }

    TcpPeer tcp() {
        return new TcpPeer(stack.address(Transport.TCP));
    }

    /** A peer that connects from {@code local}, which another one had before. */
    TcpPeer tcpFrom(InetSocketAddress local) {
        return new TcpPeer(stack.address(Transport.TCP), local);
    }

    Peer peer(Transport transport) {
        return switch (transport) {
            case UDP -> udp();
            case TCP -> tcp();
        };
    }

    /** The next request that the stack hands on. */
    IncomingRequest next() {
        return next(received);
    }

    /** Sends and gives the queue in which the end will be. */
    BlockingQueue<TransactionEnd> send(SipRequest request, Optional<Flow> flow) {
        BlockingQueue<TransactionEnd> end = new ArrayBlockingQueue<>(2);
        stack.send(request, flow, end::add);
        return end;
    }

    static <T> T next(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
