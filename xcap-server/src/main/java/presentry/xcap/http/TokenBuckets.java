package presentry.xcap.http;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import presentry.account.ClientNetwork;

/**
 * A bucket of tokens for each {@link ClientNetwork}, which fills steadily; each request takes one. Bounded: the address that was not heard of for longest is forgotten, and so has a full
 * bucket. Thread-safe.
 */
final class TokenBuckets {

    /** Locks, so that addresses do not wait for each other. */
    private static final int PARTS = 16;

    private static final long MILLIS = 1000;

    private final long perSecond;
    private final InstantSource clock;
    private final Part[] parts = new Part[PARTS];

    /**
     * @param perSecond how fast a bucket fills; it holds twice as many
     * @param addresses how many are remembered
     */
    TokenBuckets(int perSecond, int addresses, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        Arrays.setAll(parts, number -> new Part(Math.max(1, addresses / PARTS)));
    }

    /** Takes a token; false if there is none. */
    boolean take(InetAddress address) {
        ClientNetwork network = ClientNetwork.of(address);
        return parts[Math.floorMod(network.hashCode(), PARTS)].take(network, clock.millis());
    }

    /** Some of the addresses, with the tokens of each in thousandths. */
    private final class Part {
        private final Map<ClientNetwork, Level> levels;

        Part(int most) {
            levels = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ClientNetwork, Level> eldest) {
                    return size() > most;
                }
            };
        }

        synchronized boolean take(ClientNetwork network, long now) {
            long full = 2 * perSecond * MILLIS;
            Level before = levels.getOrDefault(network, new Level(full, now));
            long level = Math.min(full, before.thousandths + Math.max(0, now - before.at) * perSecond);
            boolean enough = level >= MILLIS;
            levels.put(network, new Level(enough ? level - MILLIS : level, now));
            return enough;
        }
    }

    private record Level(long thousandths, long at) {}
}
