package presentry.xcap.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTPS: TLS 1.3 or 1.2, in it HTTP/2 or HTTP/1.1 as the client chooses (RFC 7301). Takes up a renewed certificate. */
final class TlsConnector {

    private static final Logger LOG = LoggerFactory.getLogger(TlsConnector.class);

    private final TlsSettings settings;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final ServerConnector connector;
    private TlsCertificate current;

    TlsConnector(Server server, TlsSettings settings, TlsCertificate certificate, HttpConfiguration plain) {
        this.settings = settings;
        this.current = certificate;
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        use(context, certificate);
        var configuration = new HttpConfiguration(plain);
        // One certificate for all names: which of them the client asked for makes no difference.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        var http1 = new HttpConnectionFactory(configuration);
        var alpn = new MatchingProtocol();
        alpn.setDefaultProtocol(http1.getProtocol());
        this.connector = new ServerConnector(
                server,
                new SslConnectionFactory(context, alpn.getProtocol()),
                alpn,
                new HTTP2ServerConnectionFactory(configuration),
                http1);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
    }

    ServerConnector connector() {
        return connector;
    }

    /** Looks for another certificate from now on, as long as the connector runs. */
    void watch() {
        connector
                .getScheduler()
                .schedule(
                        () -> {
                            try {
                                reread();
                            } finally {
                                watch(); // whatever the reading ends in, the next one comes
                            }
                        },
                        settings.rereading().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void reread() {
        switch (settings.certificate().get()) {
            case TlsCertificate.Reading.Refused unusable ->
                LOG.warn("The certificate that was used so far stays in use: {}", unusable.sentence());
            case TlsCertificate.Reading.Read read -> {
                if (!read.certificate().sameAs(current)) {
                    current = read.certificate();
                    takeUp(read.certificate());
                }
            }
        }
    }

    private void takeUp(TlsCertificate certificate) {
        try {
            context.reload(same -> use(context, certificate));
            LOG.info("Another certificate is in use");
        } catch (Exception unusable) {
            LOG.warn("The certificate that was used so far stays in use", unusable);
        }
    }

    private static void use(SslContextFactory.Server context, TlsCertificate certificate) {
        context.setKeyStore(certificate.store());
        context.setKeyStorePassword(certificate.password());
    }
}
