package presentry.launch.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The addresses to which this server sends SIP requests of its own will: a Contact or a Route is the word of a stranger, and
 * must not lead to services that only this network can reach.
 *
 * @param allow reached even if {@code deny} contains them
 * @param deny not reached; if there are none, the usual ones
 */
public record SipTargets(List<AddressRange> allow, List<AddressRange> deny) {
    private static final List<AddressRange> LOOPBACK = ranges("127.0.0.0/8", "::1");

    /** This host, link-local (most clouds keep their metadata there), multicast, and the metadata of the other clouds. */
    private static final List<AddressRange> INTERNAL = ranges(
            "0.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "224.0.0.0/4",
            "255.255.255.255",
            "100.100.100.200",
            "::/96",
            "fe80::/10",
            "ff00::/8",
            "fd00:ec2::254");

    /**
     * Whether a request may go to an address.
     *
     * @param listening the hosts that this server listens at; a name other than {@code localhost} counts as one that others
     *     can reach
     */
    public Predicate<InetAddress> reachable(Stream<String> listening) {
        boolean onLoopback = listening.allMatch(SipTargets::isLoopback);
        return address ->
                isIn(allow, address) || !(deny.isEmpty() ? isDeniedUsually(address, onLoopback) : isIn(deny, address));
    }

    private static boolean isDeniedUsually(InetAddress address, boolean onLoopback) {
        return onLoopback ? !isIn(LOOPBACK, address) : isIn(INTERNAL, address);
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || AddressRange.parse(host)
                        .map(range -> isIn(LOOPBACK, range.network()))
                        .orElse(false);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts)
                .map(AddressRange::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
