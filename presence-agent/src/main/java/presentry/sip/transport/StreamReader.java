package presentry.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.sip.message.ContentLength;
import presentry.sip.message.Fault;
import presentry.sip.message.MessageHead;
import presentry.sip.message.MessageReader;

/**
 * Cuts the bytes of one connection into messages (RFC 3261, sections 7.5 and 18.3): Content-Length says where a message
 * ends. Where it cannot be believed, no later byte can: the request is answered and the connection ends.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells the listeners how a write or close went
final class StreamReader extends ByteToMessageDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final ByteBuf END_OF_HEAD =
            Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(new byte[] {'\r', '\n', '\r', '\n'}));

    /** A head whose body is still coming. */
    private record Begun(MessageHead head, int bodyBytes) {}

    private final MessageReader reader;
    private final Arrivals arrivals;
    private final Connection connection;
    private Optional<Begun> begun = Optional.empty();
    /** How much of what is unread has been searched for the end of the head. */
    private int searched;

    private int lineEnds;
    private boolean deaf;

    StreamReader(MessageReader reader, Arrivals arrivals, Connection connection) {
        this.reader = reader;
        this.arrivals = arrivals;
        this.connection = connection;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        boolean more = true;
        while (more && in.isReadable()) {
            if (deaf) {
                in.skipBytes(in.readableBytes());
            } else if (begun.isPresent()) {
                more = body(context, in, begun.get());
            } else {
                more = lineEnds(in) && head(context, in);
            }
        }
        connection.holds(in.readableBytes());
        if (deaf || in.isReadable() || begun.isPresent()) {
            connection.halfMessage();
        } else {
            connection.wholeMessage();
        }
    }

    /** Skips line ends between messages; two of them are a ping and get their pong (RFC 5626, section 3.5.1). */
    private boolean lineEnds(ByteBuf in) {
        while (searched == 0 && in.isReadable() && in.getByte(in.readerIndex()) == '\r') {
            if (in.readableBytes() < 2) {
                return false;
            }
            if (in.getByte(in.readerIndex() + 1) != '\n') {
                return true;
            }
            in.skipBytes(2);
            lineEnds++;
            if (lineEnds == 2) {
                lineEnds = 0;
                connection.send(LINE_END, SendFailure.IGNORED);
            }
        }
        return in.isReadable();
    }

    private boolean head(ChannelHandlerContext context, ByteBuf in) {
        lineEnds = 0;
        ByteBuf unsearched = in.slice(in.readerIndex() + searched, in.readableBytes() - searched);
        int found = ByteBufUtil.indexOf(END_OF_HEAD, unsearched);
        int length = found < 0 ? in.readableBytes() : searched + found + 4;
        if (length > reader.maxHeaderBytes()) {
            last(context, reader.tooLarge(ByteBufUtil.getBytes(in, in.readerIndex(), length)));
            return true;
        }
        if (found < 0) {
            searched = Math.max(0, length - 3);
            return false;
        }
        searched = 0;
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        begin(context, MessageHead.read(bytes, length));
        return true;
    }

    private void begin(ChannelHandlerContext context, MessageHead head) {
        switch (head.contentLength(reader.maxBodyBytes())) {
            case ContentLength.Declared(int bytes) -> {
                if (bytes == 0) {
                    deliver(context, head, new byte[0]);
                } else {
                    begun = Optional.of(new Begun(head, bytes));
                }
            }
            case ContentLength.Absent() ->
                last(context, head.withFault(new Fault(400, "No Content-Length"))); // RFC 3261, section 18.3
            case ContentLength.Unusable(Fault fault) -> last(context, head.withFault(fault));
        }
    }

    private boolean body(ChannelHandlerContext context, ByteBuf in, Begun message) {
        if (in.readableBytes() < message.bodyBytes) {
            return false;
        }
        byte[] body = new byte[message.bodyBytes];
        in.readBytes(body);
        begun = Optional.empty();
        deliver(context, message.head, body);
        return true;
    }

    private void deliver(ChannelHandlerContext context, MessageHead head, byte[] body) {
        connection.wholeMessage();
        SocketChannel channel = (SocketChannel) context.channel();
        arrivals.arrived(
                reader.complete(head, body),
                new Flow(Transport.TCP, channel.localAddress(), channel.remoteAddress(), connection.id()));
    }

    /**
     * The last message understood here. Its answer is sent and our side ended; what still comes is thrown away until the
     * peer ends too or its time is over, for closing at once could destroy the answer under way.
     */
    private void last(ChannelHandlerContext context, MessageHead head) {
        deaf = true;
        deliver(context, head, new byte[0]);
        SocketChannel channel = (SocketChannel) context.channel();
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> channel.shutdownOutput());
    }

    /** The peer will send nothing more but may still want its answers: it gets some time for them. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        super.userEventTriggered(context, event);
        if (event instanceof ChannelInputShutdownEvent) {
            if (deaf) {
                context.close();
            }
            connection.peerEnded();
            connection.halfMessage();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("Connection to {} failed", connection.remote(), cause);
        context.close();
    }
}
