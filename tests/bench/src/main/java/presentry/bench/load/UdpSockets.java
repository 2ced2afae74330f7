package presentry.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Datagrams. Several sockets, because the kernel bounds what may wait in one of them. */
final class UdpSockets implements Sockets {
    private static final int WAITING_BYTES = 4 << 20;

    private final List<DatagramChannel> channels = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(65_536);

    UdpSockets(InetSocketAddress server, int count) throws IOException {
        selector = Selector.open();
        for (int socket = 0; socket < count; socket++) {
            DatagramChannel channel = DatagramChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, WAITING_BYTES);
            channel.bind(new InetSocketAddress("127.0.0.1", 0));
            channel.connect(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, socket);
            channels.add(channel);
            ports.add(((InetSocketAddress) channel.getLocalAddress()).getPort());
        }
    }

    @Override
    public int count() {
        return channels.size();
    }

    @Override
    public void send(int socket, byte[] message) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(message);
        while (channels.get(socket).write(out) == 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void receive(long millis, Receiver receiver) throws IOException {
        selector.select(millis);
        for (SelectionKey key : selector.selectedKeys()) {
            int socket = (Integer) key.attachment();
            while (channels.get(socket).receive(in.clear()) != null) {
                receiver.received(
                        socket, new MessageText(new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1)));
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public String via(int socket) {
        return "SIP/2.0/UDP 127.0.0.1:" + ports.get(socket);
    }

    @Override
    public String place(int socket) {
        return "127.0.0.1:" + ports.get(socket) + ";transport=udp";
    }

    @Override
    public boolean mayLose() {
        return true;
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
