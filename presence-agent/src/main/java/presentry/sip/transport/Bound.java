package presentry.sip.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;

/** What binding a socket ends in. */
sealed interface Bound {
    /** It listens. */
    record To(Channel channel) implements Bound {}

    /** It does not, for the reason of {@code sentence}. */
    record Refused(String sentence) implements Bound {}

    /** Waits for {@code binding}, which is done at start only. */
    static Bound by(ChannelFuture binding, Transport transport, InetSocketAddress address) {
        binding.awaitUninterruptibly();
        if (binding.isSuccess()) {
            return new To(binding.channel());
        }
        Throwable cause = binding.cause();
        String why = cause == null ? "nothing is known of the reason" : String.valueOf(cause.getMessage());
        return new Refused("SIP cannot listen on " + transport + " " + address.getHostString() + ":" + address.getPort()
                + ": " + why);
    }
}
