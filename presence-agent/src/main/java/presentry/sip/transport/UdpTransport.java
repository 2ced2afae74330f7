package presentry.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.sip.message.MessageReader;

/** One UDP socket: a message is a datagram (RFC 3261, section 18). What cannot be sent at once is dropped, as by any net. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells the listeners how a write or close went
final class UdpTransport {
    private static final Logger LOG = LoggerFactory.getLogger(UdpTransport.class);
    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;

    private final Channel channel;

    /** Sends through {@code channel}, which {@link #bind} made. */
    UdpTransport(Channel channel) {
        this.channel = channel;
    }

    /** Listens, or says why not. */
    static Bound bind(InetSocketAddress address, EventLoopGroup threads, MessageReader reader, Arrivals arrivals) {
        ChannelFuture binding = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_BYTES)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_BYTES)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .option(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(SOCKET_BUFFER_BYTES / 2, SOCKET_BUFFER_BYTES))
                .handler(new Receiver(reader, arrivals))
                .bind(address);
        return Bound.by(binding, Transport.UDP, address);
    }

    void send(byte[] message, InetSocketAddress remote, SendFailure failure) {
        if (!channel.isWritable()) {
            return; // the datagram is lost; the transactions send it again
        }
        channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(message), remote))
                .addListener(sent -> {
                    if (!sent.isSuccess()) {
                        failure.failed("UDP to " + remote + ": " + sent.cause());
                    }
                });
    }

    /** Reads datagrams and skips the ones that only keep a NAT binding open. */
    private static final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {
        private final MessageReader reader;
        private final Arrivals arrivals;

        Receiver(MessageReader reader, Arrivals arrivals) {
            this.reader = reader;
            this.arrivals = arrivals;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            var content = datagram.content();
            while (content.isReadable() && isLineEnd(content.getByte(content.readerIndex()))) {
                content.skipBytes(1); // RFC 3261, section 7.5; RFC 5626, section 3.5.1
            }
            if (!content.isReadable()) {
                return;
            }
            byte[] bytes = new byte[content.readableBytes()];
            content.readBytes(bytes);
            InetSocketAddress local = (InetSocketAddress) context.channel().localAddress();
            arrivals.arrived(reader.datagram(bytes), new Flow(Transport.UDP, local, datagram.sender(), ""));
        }

        private static boolean isLineEnd(byte b) {
            return b == '\r' || b == '\n';
        }

        /** An ICMP error or whatever else befalls a datagram: the socket lives on. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.debug("A datagram could not be handled", cause);
        }
    }
}
