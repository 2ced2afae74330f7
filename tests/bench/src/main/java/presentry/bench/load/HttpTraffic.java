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
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** HTTP/1.1 over kept connections, each with one request under way, on one thread. */
final class HttpTraffic {
    private static final int LARGEST = 1 << 16;

    private final InetSocketAddress server;
    private final int connections;

    private static final class Connection {
        final SocketChannel channel;
        final ByteBuffer in = ByteBuffer.allocate(LARGEST);
        long begun;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    HttpTraffic(InetSocketAddress server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /** A request of the server's XCAP root, with its body if that is not empty. */
    static byte[] request(String method, String path, String headers, String body) {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The value of a header field in the head of a response; empty if there is none. */
    static String header(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name.toLowerCase(Locale.ROOT) + ": ");
        return at < 0 ? "" : head.substring(at + name.length() + 4, head.indexOf('\r', at + 2));
    }

    /**
     * Sends requests until all are answered.
     *
     * @param expected the status; any other is an error
     */
    Outcome hold(int count, int expected, IntFunction<byte[]> request) throws IOException {
        return hold(count, expected, request, head -> {});
    }

    /** As before, and hands over the head of each response. */
    Outcome hold(int count, int expected, IntFunction<byte[]> request, Consumer<String> answered) throws IOException {
        Latencies latencies = new Latencies(count);
        int errors = 0;
        try (Selector selector = Selector.open()) {
            long begun = System.nanoTime();
            int sent = 0;
            for (; sent < Math.min(count, connections); sent++) {
                send(connect(selector), sent, request);
            }
            for (int done = 0; done < count; ) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    Connection connection = (Connection) key.attachment();
                    String head = read(connection);
                    if (head.isEmpty()) {
                        continue;
                    }
                    done++;
                    latencies.add(System.nanoTime() - connection.begun);
                    errors += Integer.parseInt(head, 9, 12, 10) == expected ? 0 : 1;
                    answered.accept(head);
                    if (sent < count) {
                        send(connection, sent, request);
                        sent++;
                    }
                }
                selector.selectedKeys().clear();
            }
            long nanos = System.nanoTime() - begun;
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return new Outcome(count, nanos, latencies, errors, 0, 0);
        }
    }

    private Connection connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    private static void send(Connection connection, int number, IntFunction<byte[]> request) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(request.apply(number));
        connection.begun = System.nanoTime();
        while (out.hasRemaining()) {
            connection.channel.write(out);
        }
    }

    /** The head of the response when all of it is there, else nothing. */
    private static String read(Connection connection) throws IOException {
        if (connection.channel.read(connection.in) < 0) {
            throw new EOFException("the server closed a connection");
        }
        String text = new String(connection.in.array(), 0, connection.in.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return "";
        }
        String head = text.substring(0, end + 2);
        String length = header(head, "Content-Length");
        boolean bodiless = head.startsWith("304", 9) || length.isEmpty();
        if (text.length() < end + 4 + (bodiless ? 0 : Integer.parseInt(length))) {
            return "";
        }
        connection.in.clear();
        return head;
    }
}
