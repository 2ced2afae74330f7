package presentry.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import presentry.sip.transport.Listen;
import presentry.sip.transport.Transport;
import presentry.sip.transport.TransportLimits;

/**
 * Where the stack listens, how it calls itself, and its bounds.
 *
 * @param listens at most one for each transport; all that have port 0 get the same free port
 * @param advertisedHost the name or address that stands in our Via and Contact; if there is none, the address listened at,
 *     and where that is all addresses the one that leads outside
 * @param ownNames further host names under which others know this server, such as its domains: a Route that names one of
 *     them is our own (RFC 3261, section 16.4)
 * @param nameServers asked for NAPTR, SRV, A and AAAA records (RFC 3263); if there are none, those of the machine
 * @param product the value of the Server header field
 * @param limits the bounds of the transports
 * @param maxTransactions requests that are under way or remembered, for each direction; beyond it they get 503, and
 *     beyond half of it answered ones are remembered for 8 s instead of 32 s (about 1 KB each)
 * @param targets the addresses that requests may be sent to
 */
public record SipSettings(
        List<Listen> listens,
        Optional<String> advertisedHost,
        Set<String> ownNames,
        List<InetSocketAddress> nameServers,
        String product,
        TransportLimits limits,
        int maxTransactions,
        Predicate<InetAddress> targets) {
    private static final int MAX_TRANSACTIONS = 200_000;

    /** Settings with which requests may be sent to every address. */
    public SipSettings(
            List<Listen> listens,
            Optional<String> advertisedHost,
            Set<String> ownNames,
            List<InetSocketAddress> nameServers,
            String product,
            TransportLimits limits,
            int maxTransactions) {
        this(listens, advertisedHost, ownNames, nameServers, product, limits, maxTransactions, address -> true);
    }

    /** UDP and TCP on one port of {@code host}, with the usual bounds. */
    public static SipSettings onBoth(String host, int port, Set<String> ownNames) {
        return new SipSettings(
                List.of(new Listen(Transport.UDP, host, port), new Listen(Transport.TCP, host, port)),
                Optional.empty(),
                ownNames,
                List.of(),
                "Presentry",
                TransportLimits.DEFAULT,
                MAX_TRANSACTIONS);
    }
}
