package presentry.agent.endpoint;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Whose word counts about who sent a request: the trust domain of RFC 3325, section 3.
 *
 * @param peers whether the P-Asserted-Identity of requests from this address counts; requests from others are refused
 * @param from whether From counts too when such a peer asserts nothing; of use only where {@code peers} holds
 */
public record Trust(Predicate<InetAddress> peers, Predicate<InetAddress> from) {
    /** Processes of the same machine are trusted for both. */
    public static final Trust LOOPBACK = new Trust(InetAddress::isLoopbackAddress, InetAddress::isLoopbackAddress);
}
