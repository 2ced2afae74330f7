package presentry.sip.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.sip.message.MessageReader;
import presentry.sip.message.ReadOutcome;

/** All transports of the server, as one (RFC 3261, section 18). Opened once, then thread-safe. */
public final class Transports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transports.class);
    private static final int THREADS = 2;
    /** How often a free port of TCP is tried for UDP too. */
    private static final int PORT_TRIES = 20;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EventLoopGroup threads =
            new MultiThreadIoEventLoopGroup(THREADS, new DefaultThreadFactory("sip", true), NioIoHandler.newFactory());
    private final SipTimer timer;
    private final MessageReader reader;
    private final TcpTransport tcp;
    private final Map<Transport, InetSocketAddress> addresses = new EnumMap<>(Transport.class);
    private final List<Channel> listening = new ArrayList<>();
    private volatile Optional<UdpTransport> udp = Optional.empty();
    private volatile Arrivals arrivals = (message, flow) -> {};
    private volatile boolean closed;

    /**
     * Transports that do not listen yet.
     *
     * @param nonce begins the id of each connection; different in each process
     */
    public Transports(TransportLimits limits, SipTimer timer, String nonce) {
        this.timer = timer;
        this.reader = new MessageReader(limits.maxHeaderBytes(), limits.maxBodyBytes());
        this.tcp = new TcpTransport(threads, limits, reader, this::arrived, nonce);
    }

    /**
     * Listens at every place of {@code places} and hands what comes in to {@code receiver}.
     *
     * @return why not, as a sentence; nothing if all listen
     */
    public Optional<String> open(List<Listen> places, Arrivals receiver) {
        arrivals = receiver;
        boolean shared = places.stream().filter(place -> place.port() == 0).count() > 1;
        Optional<String> refusal = bindAll(places);
        for (int tries = 1; refusal.isPresent() && shared && tries < PORT_TRIES; tries++) {
            unbindAll();
            refusal = bindAll(places);
        }
        if (refusal.isEmpty()) {
            countSeconds();
        }
        return refusal;
    }

    /** TCP first, as its ports are the scarcer ones; who asks for any port gets the one that was found before. */
    private Optional<String> bindAll(List<Listen> places) {
        int found = 0;
        for (Listen place : places.stream().sorted(Listen.TCP_FIRST).toList()) {
            int port = place.port() == 0 ? found : place.port();
            InetSocketAddress wanted = new InetSocketAddress(place.host(), port);
            if (wanted.isUnresolved()) {
                return Optional.of("SIP cannot listen on " + place + ": the host name is unknown.");
            }
            Bound bound =
                    switch (place.transport()) {
                        case TCP -> tcp.bind(wanted);
                        case UDP -> UdpTransport.bind(wanted, threads, reader, this::arrived);
                    };
            switch (bound) {
                case Bound.Refused(String sentence) -> {
                    return Optional.of(sentence);
                }
                case Bound.To(Channel channel) -> {
                    InetSocketAddress address = (InetSocketAddress) channel.localAddress();
                    listening.add(channel);
                    addresses.put(place.transport(), address);
                    found = place.port() == 0 ? address.getPort() : found;
                    if (place.transport() == Transport.UDP) {
                        udp = Optional.of(new UdpTransport(channel));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void unbindAll() {
        closeListening();
        listening.clear();
        addresses.clear();
        udp = Optional.empty();
    }

    private void closeListening() {
        listening.forEach(channel -> channel.close().awaitUninterruptibly());
    }

    /** A defect of the receiver costs one message, never a network thread. */
    private void arrived(ReadOutcome message, Flow flow) {
        try {
            arrivals.arrived(message, flow);
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.error("A message from {} could not be handled", flow, defect);
        }
    }

    private void countSeconds() {
        timer.after(SECOND, () -> {
            if (!closed) {
                tcp.secondPassed();
                countSeconds();
            }
        });
    }

    /** Where each transport listens. */
    public Map<Transport, InetSocketAddress> addresses() {
        return addresses;
    }

    /** Whether an answer can be sent on {@code flow} without opening a connection. */
    public boolean isOpen(Flow flow) {
        return switch (flow.transport()) {
            case UDP -> udp.isPresent();
            case TCP -> tcp.isOpen(flow);
        };
    }

    /** Whether a request can be sent on {@code flow} without opening a connection: not where the peer has ended its side. */
    public boolean canBeAnswered(Flow flow) {
        return switch (flow.transport()) {
            case UDP -> udp.isPresent();
            case TCP -> tcp.canBeAnswered(flow);
        };
    }

    /**
     * Sends an answer without waiting: by UDP from the listening socket, by TCP on the connection of the flow or on one that
     * we open.
     */
    public void send(Way way, byte[] answer) {
        if (closed) {
            return;
        }
        switch (way.transport()) {
            case UDP -> udp.ifPresent(socket -> socket.send(answer, way.remote(), SendFailure.IGNORED));
            case TCP -> tcp.send(answer, way, SendFailure.IGNORED);
        }
    }

    /** Sends a request likewise; {@code failure} learns also that the connection ended before {@link #answered}. */
    public void ask(Way way, byte[] request, SendFailure failure) {
        if (closed) {
            failure.failed("the SIP stack is closed");
            return;
        }
        switch (way.transport()) {
            case UDP ->
                udp.ifPresentOrElse(
                        socket -> socket.send(request, way.remote(), failure),
                        () -> failure.failed("UDP to " + way.remote() + ": this server has no UDP"));
            case TCP -> tcp.ask(request, way, failure);
        }
    }

    /** The request sent with {@code failure} needs no answer any more. */
    public void answered(Way way, SendFailure failure) {
        if (way.transport() == Transport.TCP) {
            tcp.answered(way, failure);
        }
    }

    /** Stops at once; nothing more is sent or received. */
    @Override
    public void close() {
        closed = true;
        closeListening();
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
