package presentry.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections to the server, which it uses for its NOTIFYs too. */
final class TcpSockets implements Sockets {
    private static final int LARGEST = 1 << 20;

    private record Connection(SocketChannel channel, int port, ByteBuffer in) {}

    private final List<Connection> connections = new ArrayList<>();
    private final Selector selector;

    TcpSockets(InetSocketAddress server, int count) throws IOException {
        selector = Selector.open();
        for (int socket = 0; socket < count; socket++) {
            SocketChannel channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, socket);
            int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            connections.add(new Connection(channel, port, ByteBuffer.allocate(LARGEST)));
        }
    }

    @Override
    public int count() {
        return connections.size();
    }

    @Override
    public void send(int socket, byte[] message) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(message);
        while (out.hasRemaining()) {
            connections.get(socket).channel.write(out);
        }
    }

    @Override
    public void receive(long millis, Receiver receiver) throws IOException {
        selector.select(millis);
        for (SelectionKey key : selector.selectedKeys()) {
            int socket = (Integer) key.attachment();
            read(socket, connections.get(socket), receiver);
        }
        selector.selectedKeys().clear();
    }

    private static void read(int socket, Connection connection, Receiver receiver) throws IOException {
        if (connection.channel.read(connection.in) < 0) {
            throw new EOFException("the server closed a connection");
        }
        connection.in.flip();
        Optional<MessageText> message = next(connection.in);
        while (message.isPresent()) {
            receiver.received(socket, message.get());
            message = next(connection.in);
        }
        connection.in.compact();
    }

    /** The next whole message, by its Content-Length (RFC 3261, section 18.3). */
    private static Optional<MessageText> next(ByteBuffer in) {
        String text = new String(in.array(), in.position(), in.remaining(), StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return Optional.empty();
        }
        int length = head + 4 + new MessageText(text.substring(0, head + 2)).contentLength();
        if (length > text.length()) {
            return Optional.empty();
        }
        in.position(in.position() + length);
        return Optional.of(new MessageText(text.substring(0, length)));
    }

    @Override
    public String via(int socket) {
        return "SIP/2.0/TCP 127.0.0.1:" + connections.get(socket).port;
    }

    @Override
    public String place(int socket) {
        return "127.0.0.1:" + connections.get(socket).port + ";transport=tcp";
    }

    @Override
    public boolean mayLose() {
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
