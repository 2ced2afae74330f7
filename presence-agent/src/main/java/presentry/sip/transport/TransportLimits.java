package presentry.sip.transport;

import java.time.Duration;

/**
 * What the transports refuse to carry or to hold.
 *
 * @param maxHeaderBytes the start line and all header fields of a message together
 * @param maxBodyBytes the body of a message
 * @param maxConnections open TCP connections, both ways together
 * @param maxConnectionsPerAddress those accepted from one address
 * @param maxUnsentBytesPerConnection waiting for one peer to read; beyond it the connection is closed
 * @param maxUnsentBytes waiting for all peers together; beyond it nothing is sent by TCP
 * @param maxUnreadBytes of unfinished messages on all connections together; beyond it who adds to them is disconnected
 * @param idleTimeout after which an unused connection is closed
 * @param messageTimeout in which a message that has begun must be there whole, and in which a peer must read something
 */
public record TransportLimits(
        int maxHeaderBytes,
        int maxBodyBytes,
        int maxConnections,
        int maxConnectionsPerAddress,
        int maxUnsentBytesPerConnection,
        long maxUnsentBytes,
        long maxUnreadBytes,
        Duration idleTimeout,
        Duration messageTimeout) {
    /** The bounds that fit most servers. */
    public static final TransportLimits DEFAULT = new TransportLimits(
            16 * 1024,
            256 * 1024,
            20_000,
            5_000,
            8 * 1024 * 1024,
            256L * 1024 * 1024,
            64L * 1024 * 1024,
            Duration.ofMinutes(30),
            Duration.ofSeconds(20));

    /** These with another bound for bodies. */
    public TransportLimits withBodies(int octets) {
        return new TransportLimits(
                maxHeaderBytes,
                octets,
                maxConnections,
                maxConnectionsPerAddress,
                maxUnsentBytesPerConnection,
                maxUnsentBytes,
                maxUnreadBytes,
                idleTimeout,
                messageTimeout);
    }
}
