package presentry.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A TCP connection on the loopback address. */
final class TcpPeer implements Peer {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int GLANCE_MILLIS = 20;

    private final Socket socket;

    /** Connects to {@code server}. */
    TcpPeer(InetSocketAddress server) {
        this(connected(server));
    }

    /** Connects to {@code server} from {@code local}. */
    TcpPeer(InetSocketAddress server, InetSocketAddress local) {
        this(connected(server, local));
    }

    private TcpPeer(Socket socket) {
        this.socket = socket;
    }

    /** The connection that somebody makes to {@code listening}. */
    static TcpPeer acceptedBy(ServerSocket listening) {
        try {
            listening.setSoTimeout(PATIENCE_MILLIS);
            Socket accepted = listening.accept();
            accepted.setSoTimeout(PATIENCE_MILLIS);
            return new TcpPeer(accepted);
        } catch (IOException nobody) {
            throw new UncheckedIOException(nobody);
        }
    }

    /** Whether somebody connects to {@code listening} while {@code meanwhile} is done again and again. */
    static boolean isReached(ServerSocket listening, Runnable meanwhile) throws IOException {
        listening.setSoTimeout(GLANCE_MILLIS);
        boolean reached = false;
        for (int waited = 0; waited < PATIENCE_MILLIS && !reached; waited += GLANCE_MILLIS) {
            meanwhile.run();
            reached = accepts(listening);
        }
        return reached;
    }

    private static boolean accepts(ServerSocket listening) throws IOException {
        try (Socket accepted = listening.accept()) {
            return accepted.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static Socket connected(InetSocketAddress server) {
        try {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Socket connected(InetSocketAddress server, InetSocketAddress local) {
        try {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(local);
            socket.connect(server);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Ends the connection at once, so that its address is free for another one. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void say(String text) {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Ends this side: nothing more will be said, but what is said here is still heard. */
    void endsSpeaking() {
        try {
            socket.shutdownOutput();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String hear() {
        String head = hearUntil("\r\n\r\n");
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return head + hear(length);
    }

    /** Exactly that many bytes. */
    String hear(int bytes) {
        try {
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
        } catch (IOException silence) {
            throw new UncheckedIOException(silence);
        }
    }

    private String hearUntil(String end) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            while (!heard.toString(StandardCharsets.UTF_8).endsWith(end)) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("closed after: " + heard.toString(StandardCharsets.UTF_8));
                }
                heard.write(next);
            }
        } catch (IOException silence) {
            throw new UncheckedIOException(silence);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** Whether the other side ends the connection without saying anything more. */
    boolean hearsTheEnd() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return reset instanceof SocketException;
        }
    }

    /** Whether the other side ends the connection while {@code meanwhile} is done again and again. */
    boolean hearsTheEndWhile(Runnable meanwhile) {
        return anyHearsTheEnd(List.of(this), meanwhile);
    }

    /** Whether one of {@code peers} hears the end of its connection while {@code meanwhile} is done again and again. */
    static boolean anyHearsTheEnd(List<TcpPeer> peers, Runnable meanwhile) {
        boolean heard = false;
        for (int waited = 0; waited < PATIENCE_MILLIS && !heard; waited += GLANCE_MILLIS) {
            meanwhile.run();
            heard = peers.stream().anyMatch(TcpPeer::hearsTheEndNow);
        }
        return heard;
    }

    private boolean hearsTheEndNow() {
        try {
            socket.setSoTimeout(GLANCE_MILLIS);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException notYet) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public String place() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
