package presentry.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import presentry.sip.transport.SipTimer;

/** Remembers for a while who could not be reached by TCP, so that not every large request has to find it out anew. */
final class UdpOnlyPeers {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final SipTimer timer;
    private final Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();

    UdpOnlyPeers(SipTimer timer) {
        this.timer = timer;
    }

    boolean contains(InetSocketAddress peer) {
        return peers.contains(peer);
    }

    void add(InetSocketAddress peer) {
        if (peers.size() < MOST && peers.add(peer)) {
            timer.after(MEMORY, () -> peers.remove(peer));
        }
    }
}
