package presentry.sip;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import presentry.sip.transport.Transport;

/**
 * Where the stack listens, how it calls itself, and its bounds.
 *
 * @param listens at most one for each transport; if UDP and TCP both have port 0 they get the same free port
 * @param ownNames host names under which others know this server, such as its domains: a Route that names one of them,
 *     or an address of {@code listens}, is our own (RFC 3261, section 16.4)
 * @param product the value of the Server header field of our responses
 * @param limits the bounds
 */
public record SipSettings(List<Listen> listens, Set<String> ownNames, String product, Limits limits) {
    /**
     * One place to listen at.
     *
     * @param transport the transport
     * @param host the address to bind, or a name of it
     * @param port 0 to 65535; 0 takes a free one
     */
    public record Listen(Transport transport, String host, int port) {}

    /**
     * What is refused.
     *
     * @param maxHeaderBytes the start line and all header fields together
     * @param maxBodyBytes the body
     * @param maxConnections open TCP connections, both ways together
     * @param maxConnectionsPerAddress accepted from one address
     * @param idleTimeout after which an unused connection is closed
     * @param messageTimeout in which a message that has begun on a connection must be there whole
     * @param maxTransactions requests under way or remembered; beyond it requests get 503
     */
    public record Limits(
            int maxHeaderBytes,
            int maxBodyBytes,
            int maxConnections,
            int maxConnectionsPerAddress,
            Duration idleTimeout,
            Duration messageTimeout,
            int maxTransactions) {
        /** The bounds that fit most servers. */
        public static final Limits DEFAULT = new Limits(
                16 * 1024, 256 * 1024, 20_000, 5_000, Duration.ofMinutes(30), Duration.ofSeconds(20), 500_000);
    }

    /** UDP and TCP on one port of {@code host}, with the default bounds. */
    public static SipSettings onBoth(String host, int port, Set<String> ownNames) {
        return new SipSettings(
                List.of(new Listen(Transport.UDP, host, port), new Listen(Transport.TCP, host, port)),
                ownNames,
                "Presentry",
                Limits.DEFAULT);
    }
}
