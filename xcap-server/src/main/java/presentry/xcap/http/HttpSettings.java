package presentry.xcap.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the HTTP server listens and what it bears.
 *
 * @param host name or address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param tls HTTPS, if it is spoken
 * @param maxBodyBytes largest body of a request, 1 and more
 * @param maxHeaderBytes largest request line with header fields, 1024 and more
 * @param idleTimeout how long a connection may be silent
 * @param bodyTimeout within which a body must be complete
 * @param perSecondAndAddress requests of one address, 0 for any number
 * @param proxies addresses that many clients share: their requests are not counted, and what they say of the origin that a client
 *     addressed is believed
 */
public record HttpSettings(
        String host,
        int port,
        Optional<TlsSettings> tls,
        int maxBodyBytes,
        int maxHeaderBytes,
        Duration idleTimeout,
        Duration bodyTimeout,
        int perSecondAndAddress,
        Predicate<InetAddress> proxies) {

    /** Loopback on a port, with bounds that fit a server for people. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings(
                "127.0.0.1",
                port,
                Optional.empty(),
                1 << 20,
                16 << 10,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                0,
                address -> false);
    }
}
