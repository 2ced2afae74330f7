package presentry.agent.endpoint;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;

/**
 * Whose word counts about who sent a request: the trust domain of RFC 3325, section 3. A peer is known by its address, and anybody
 * can write any address on a UDP datagram; so the transports count too. No datagram from elsewhere arrives with a loopback address.
 *
 * @param peers whether the P-Asserted-Identity of requests from this address counts; requests from others are refused
 * @param from whether From counts too when such a peer asserts nothing; of use only where {@code peers} holds
 * @param transports those on which a peer counts that is not on this machine
 */
public record Trust(Predicate<InetAddress> peers, Predicate<InetAddress> from, Set<Transport> transports) {
    /** Processes of the same machine are trusted for both. */
    public static final Trust LOOPBACK =
            new Trust(InetAddress::isLoopbackAddress, InetAddress::isLoopbackAddress, Set.of(Transport.TCP));

    /** Takes a copy of the set. */
    public Trust {
        transports = Set.copyOf(transports);
    }

    /** The configuration key that keeps whoever sent by this flow from being believed; empty if he is believed. */
    Optional<String> obstacle(Flow flow) {
        InetAddress peer = flow.remote().getAddress();
        if (peer == null || !peers.test(peer)) {
            return Optional.of("trust.peers");
        }
        return peer.isLoopbackAddress() || transports.contains(flow.transport())
                ? Optional.empty()
                : Optional.of("trust.transports");
    }
}
