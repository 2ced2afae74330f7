package presentry.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One TCP connection, accepted or opened by us, from the first wish to have it to its end. Messages sent before it is open
 * wait in it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells the listeners how a write or close went
final class Connection {
    private record Waiting(ByteBuf message, SendFailure failure) {}

    private static final long NEVER = Long.MAX_VALUE;

    private final String id;
    private final InetSocketAddress remote;
    private final TransportLimits limits;
    private final ConnectionTotals totals;

    private final AtomicLong unsent = new AtomicLong();
    private final List<Waiting> waiting = new ArrayList<>();
    /** Who is to be told when an answer to what was asked here can no longer come. */
    private final Set<SendFailure> asking = ConcurrentHashMap.newKeySet();

    private Optional<Channel> channel = Optional.empty();
    private boolean closed;
    private boolean peerHasEnded;
    private int unread;

    /** In seconds of the totals, as the next two. */
    private volatile long lastUse;

    private volatile long lastSent;
    private volatile long halfMessageSince = NEVER;

    /** @param id no other connection has it, nor ever had */
    Connection(String id, InetSocketAddress remote, TransportLimits limits, ConnectionTotals totals) {
        this.id = id;
        this.remote = remote;
        this.limits = limits;
        this.totals = totals;
        this.lastUse = now();
        this.lastSent = lastUse;
    }

    String id() {
        return id;
    }

    InetSocketAddress remote() {
        return remote;
    }

    /** Whether what is sent reaches the peer. */
    synchronized boolean isOpen() {
        return !closed && channel.map(Channel::isActive).orElse(false);
    }

    /** Whether a request can be answered here, once this is open. */
    synchronized boolean canBeAnswered() {
        return !closed && !peerHasEnded;
    }

    /** The peer will send nothing more: it still gets its answers, but gives none. */
    void peerEnded() {
        synchronized (this) {
            peerHasEnded = true;
        }
        noAnswerComes("the peer ended its side");
    }

    private void noAnswerComes(String reason) {
        for (SendFailure failure : List.copyOf(asking)) {
            if (asking.remove(failure)) {
                failure.failed("TCP to " + remote + ": " + reason);
            }
        }
    }

    /** The channel is there: what waited is sent. */
    void opened(Channel open) {
        List<Waiting> ready;
        synchronized (this) {
            channel = Optional.of(open);
            ready = List.copyOf(waiting);
            waiting.clear();
            if (closed) {
                open.close();
            }
        }
        for (Waiting message : ready) {
            write(open, message.message, message.failure);
        }
    }

    /** It is over, or never came to be. */
    void ended(String reason) {
        List<Waiting> lost;
        synchronized (this) {
            closed = true;
            totals.unreadBytes().addAndGet(-unread);
            unread = 0;
            lost = List.copyOf(waiting);
            waiting.clear();
        }
        for (Waiting message : lost) {
            released(message.message.readableBytes());
            message.failure.failed("TCP to " + remote + ": " + reason);
        }
        noAnswerComes(reason);
    }

    synchronized void close() {
        closed = true;
        channel.ifPresent(Channel::close);
    }

    /** Sends a request; {@code failure} is told also if the connection ends before {@link #answered}. */
    void ask(byte[] bytes, SendFailure failure) {
        asking.add(failure);
        send(bytes, failure);
        if (!canBeAnswered()) {
            noAnswerComes("the connection has ended");
        }
    }

    /** The request sent with {@code failure} needs no answer any more. */
    void answered(SendFailure failure) {
        asking.remove(failure);
    }

    /** Sends, or lets it wait for the opening; a peer that does not read loses the connection. */
    void send(byte[] bytes, SendFailure failure) {
        ByteBuf message = Unpooled.wrappedBuffer(bytes);
        long mine = unsent.addAndGet(bytes.length);
        if (mine == bytes.length) {
            lastSent = now(); // nothing was waiting: the peer's time to read begins now
        }
        long all = totals.unsentBytes().addAndGet(bytes.length);
        if (mine > limits.maxUnsentBytesPerConnection() || all > limits.maxUnsentBytes()) {
            released(bytes.length);
            if (mine > limits.maxUnsentBytesPerConnection()) {
                close();
            }
            failure.failed("TCP to " + remote + ": the peer does not read what is sent to it");
            return;
        }
        Optional<Channel> open;
        synchronized (this) {
            open = channel;
            if (open.isEmpty() && !closed) {
                waiting.add(new Waiting(message, failure));
                return;
            }
        }
        open.ifPresentOrElse(there -> write(there, message, failure), () -> {
            released(bytes.length);
            failure.failed("TCP to " + remote + ": the connection was closed");
        });
    }

    private void write(Channel open, ByteBuf message, SendFailure failure) {
        int bytes = message.readableBytes();
        used();
        open.writeAndFlush(message).addListener(sent -> {
            released(bytes);
            lastSent = now();
            if (!sent.isSuccess()) {
                failure.failed("TCP to " + remote + ": " + sent.cause());
            }
        });
    }

    private long now() {
        return totals.seconds().get();
    }

    private void released(int bytes) {
        unsent.addAndGet(-bytes);
        totals.unsentBytes().addAndGet(-bytes);
    }

    /** Something whole was received or is being sent. */
    void used() {
        lastUse = now();
    }

    /** So much of an unfinished message is held; when all together hold too much, who adds to it loses its connection. */
    void holds(int bytes) {
        synchronized (this) {
            if (closed) {
                return;
            }
            int more = bytes - unread;
            unread = bytes;
            boolean tooMuch = totals.unreadBytes().addAndGet(more) > limits.maxUnreadBytes();
            if (!tooMuch || more <= 0) {
                return;
            }
        }
        close();
    }

    /** A message has begun, or its rest is waited for: the time for it runs from the first call. */
    void halfMessage() {
        if (halfMessageSince == NEVER) {
            halfMessageSince = now();
        }
    }

    void wholeMessage() {
        halfMessageSince = NEVER;
        used();
    }

    /** Whether the peer has had its time: nothing used for long, half a message, or it does not read. */
    boolean isOverdue() {
        long now = now();
        long patience = limits.messageTimeout().toSeconds();
        return now - lastUse >= limits.idleTimeout().toSeconds()
                || (halfMessageSince != NEVER && now - halfMessageSince >= patience)
                || (unsent.get() > 0 && now - lastSent >= patience);
    }
}
