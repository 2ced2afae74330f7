package presentry.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import presentry.sip.message.MessageReader;

/**
 * TCP: accepts connections, opens them, and uses each in both directions until it ends (RFC 3261, section 18). A connection
 * is known by an id that never repeats, and only one that we opened also by the address of its other end: whoever connects
 * next from an address is not who was there before (RFC 5626, section 5.2; RFC 5923, section 4).
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells the listeners how a write or close went
final class TcpTransport {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int BACKLOG = 1_024;

    private final EventLoopGroup threads;
    private final TransportLimits limits;
    private final MessageReader reader;
    private final Arrivals arrivals;
    private final String nonce;
    private final AtomicLong counter = new AtomicLong();
    /** All connections by their ids. */
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    /** Those that we opened, by the address of the other end: only there it is known who listens at that address. */
    private final Map<InetSocketAddress, Connection> opened = new ConcurrentHashMap<>();

    private final Map<InetAddress, Integer> acceptedFrom = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ConnectionTotals totals = new ConnectionTotals();

    /** @param nonce begins the id of each connection; different in each process */
    TcpTransport(
            EventLoopGroup threads, TransportLimits limits, MessageReader reader, Arrivals arrivals, String nonce) {
        this.nonce = nonce;
        this.threads = threads;
        this.limits = limits;
        this.reader = reader;
        this.arrivals = arrivals;
    }

    /** Listens, or says why not. */
    Bound bind(InetSocketAddress address) {
        ChannelFuture binding = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accepted(channel);
                    }
                })
                .bind(address);
        return Bound.by(binding, Transport.TCP, address);
    }

    private void accepted(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        InetAddress from = remote.getAddress();
        int fromThere = acceptedFrom.merge(from, 1, Integer::sum);
        channel.closeFuture()
                .addListener(closed ->
                        acceptedFrom.computeIfPresent(from, (address, count) -> count == 1 ? null : count - 1));
        if (fromThere > limits.maxConnectionsPerAddress() || !takePlace()) {
            channel.close();
            return;
        }
        Connection connection = connection(remote);
        connections.put(connection.id(), connection);
        join(channel, connection);
        connection.opened(channel);
    }

    /** One of the places for connections, which is given back when the connection ends. */
    private boolean takePlace() {
        if (open.incrementAndGet() <= limits.maxConnections()) {
            return true;
        }
        open.decrementAndGet();
        return false;
    }

    private void join(Channel channel, Connection connection) {
        channel.pipeline().addLast(new StreamReader(reader, arrivals, connection));
        channel.closeFuture().addListener(closed -> gone(connection, "the connection was closed"));
    }

    private void gone(Connection connection, String reason) {
        opened.remove(connection.remote(), connection);
        if (connections.remove(connection.id(), connection)) {
            open.decrementAndGet();
        }
        connection.ended(reason);
    }

    private Connection connection(InetSocketAddress remote) {
        return new Connection(nonce + "-" + counter.incrementAndGet(), remote, limits, totals);
    }

    boolean isOpen(Flow flow) {
        return known(flow).map(Connection::isOpen).orElse(false);
    }

    boolean canBeAnswered(Flow flow) {
        return known(flow)
                .map(connection -> connection.isOpen() && connection.canBeAnswered())
                .orElse(false);
    }

    private Optional<Connection> known(Way way) {
        return switch (way) {
            case Flow flow -> Optional.ofNullable(connections.get(flow.connection()));
            case Way.To to -> Optional.ofNullable(opened.get(to.remote()));
        };
    }

    /** Sends an answer on the connection of {@code way}; to an address one is opened if there is none. */
    void send(byte[] message, Way way, SendFailure failure) {
        connectionOf(way)
                .ifPresentOrElse(connection -> connection.send(message, failure), () -> notThere(way, failure));
    }

    /** Sends a request likewise, but on no connection whose peer has ended its side: that would not answer. */
    void ask(byte[] message, Way way, SendFailure failure) {
        if (way instanceof Way.To) {
            known(way).filter(connection -> !connection.canBeAnswered()).ifPresent(this::giveUp);
        }
        connectionOf(way).ifPresentOrElse(connection -> connection.ask(message, failure), () -> notThere(way, failure));
    }

    private void giveUp(Connection connection) {
        opened.remove(connection.remote(), connection);
        connection.close();
    }

    void answered(Way way, SendFailure failure) {
        known(way).ifPresent(connection -> connection.answered(failure));
    }

    private Optional<Connection> connectionOf(Way way) {
        return switch (way) {
            case Flow flow -> known(flow);
            case Way.To to -> connectionTo(to.remote());
        };
    }

    private static void notThere(Way way, SendFailure failure) {
        failure.failed("TCP to " + way.remote() + ": "
                + switch (way) {
                    case Flow flow -> "the connection was closed";
                    case Way.To to -> "too many connections are open";
                });
    }

    /** The connection to {@code remote}, an old one or a new one; nothing if there are too many. */
    private Optional<Connection> connectionTo(InetSocketAddress remote) {
        Connection known = opened.get(remote);
        if (known != null) {
            return Optional.of(known);
        }
        if (!takePlace()) {
            return Optional.empty();
        }
        Connection created = connection(remote);
        Connection raced = opened.putIfAbsent(remote, created);
        if (raced != null) {
            open.decrementAndGet();
            return Optional.of(raced);
        }
        connections.put(created.id(), created);
        connect(created);
        return Optional.of(created);
    }

    private void connect(Connection connection) {
        new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        join(channel, connection);
                    }
                })
                .connect(connection.remote())
                .addListener((ChannelFuture future) -> {
                    if (future.isSuccess()) {
                        connection.opened(future.channel());
                    } else {
                        gone(connection, String.valueOf(future.cause().getMessage()));
                    }
                });
    }

    /** To be called each second: closes the connections whose time is over. */
    void secondPassed() {
        totals.seconds().incrementAndGet();
        connections.values().stream().filter(Connection::isOverdue).forEach(Connection::close);
    }
}
