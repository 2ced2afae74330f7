package presentry.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A UDP socket on the loopback address. */
final class UdpPeer implements Peer {
    private static final int PATIENCE_MILLIS = 10_000;

    private final DatagramSocket socket;
    private final InetSocketAddress server;

    UdpPeer(InetSocketAddress server) {
        try {
            this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        this.server = server;
    }

    @Override
    public void say(String text) {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String hear() {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        } catch (IOException silence) {
            throw new UncheckedIOException(silence);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public String place() {
        return "127.0.0.1:" + port();
    }

    @Override
    public void close() {
        socket.close();
    }
}
