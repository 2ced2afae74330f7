package presentry.xcap.http;

import java.time.Duration;

/**
 * How the HTTP server listens and what it bears.
 *
 * @param host name or address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param maxBodyBytes largest body of a request, 1 and more
 * @param maxHeaderBytes largest request line with header fields, 1024 and more
 * @param idleTimeout how long a connection may be silent
 * @param bodyTimeout within which a body must be complete
 */
public record HttpSettings(
        String host, int port, int maxBodyBytes, int maxHeaderBytes, Duration idleTimeout, Duration bodyTimeout) {

    /** Loopback on a port, with bounds that fit a server for people. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings("127.0.0.1", port, 1 << 20, 16 << 10, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
