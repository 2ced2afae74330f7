package presentry.xcap.http;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * HTTPS beside HTTP.
 *
 * @param host name or address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param certificate reads the certificate; asked again now and then, so that one that was renewed is taken up
 * @param rereading how often
 */
public record TlsSettings(String host, int port, Supplier<TlsCertificate.Reading> certificate, Duration rereading) {}
