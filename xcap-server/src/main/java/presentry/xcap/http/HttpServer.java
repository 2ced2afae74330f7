package presentry.xcap.http;

import java.io.IOException;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.service.XcapService;

/** The one HTTP server: the XCAP tree, health checks, and the resources of the management interface. */
public final class HttpServer implements AutoCloseable {

    private static final String API = "/api";

    /** RFC 9112, section 3.2.2: Host is ignored if the target has an authority; Jetty would refuse the difference. */
    private static final HttpCompliance HOST_IGNORED_IN_ABSOLUTE_FORM =
            HttpCompliance.RFC9110.with("RFC9112", HttpCompliance.Violation.MISMATCHED_AUTHORITY);

    private final HttpSettings settings;
    private final Server server = new Server(threads());
    private final HttpConfiguration configuration;
    private final ServerConnector connector;

    /**
     * @param uris knows the roots
     * @param authentication who may ask
     * @param checks what {@code /health/ready} asks
     * @param metrics takes what is counted here, and makes {@code /metrics}
     * @param resources JAX-RS resources below {@code /api}
     * @param clock tells how long a body takes
     */
    public HttpServer(
            HttpSettings settings,
            XcapUriReader uris,
            XcapService service,
            Authentication authentication,
            List<HealthCheck> checks,
            Metrics metrics,
            List<Object> resources,
            InstantSource clock) {
        this.settings = settings;
        this.configuration = configuration(settings);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new PlainErrors());
        var work = new WaitingWork(Executors.newVirtualThreadPerTaskExecutor());
        var xcap = new XcapHandler(
                uris,
                service,
                authentication,
                new RequestBodyReader(settings, clock),
                new RequestOrigins(settings.proxies()),
                work);
        var handlers = new Handler.Sequence(new HealthHandler(checks));
        metrics.readers()
                .ifPresent(readers -> handlers.addHandler(
                        new ManagementGate(MetricsHandler.PATH::equals, readers, new MetricsHandler(metrics.text()))));
        if (!resources.isEmpty()) {
            handlers.addHandler(new ManagementGate(
                    path -> path.equals(API) || path.startsWith(API + "/"),
                    authentication.forManagement(),
                    management(resources)));
        }
        var everything = new Handler.Sequence(xcap, new WaitingHandler(work, handlers));
        server.setHandler(new RequestFigures(metrics.registry(), limited(new RequestTargets(everything), clock)));
    }

    private Handler limited(Handler handlers, InstantSource clock) {
        return settings.perSecondAndAddress() == 0
                ? handlers
                : new RequestRates(settings.perSecondAndAddress(), settings.proxies(), clock, handlers);
    }

    private static Handler management(List<Object> resources) {
        var config = new ResourceConfig().property(ServerProperties.WADL_FEATURE_DISABLE, true);
        resources.forEach(resource -> config.registerClasses(resource.getClass()));
        config.register(new Instances(resources));
        return ContainerFactory.createContainer(JettyHttpContainer.class, config);
    }

    /** They look after the connections; what may wait has a virtual thread. */
    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool();
        threads.setName("http");
        return threads;
    }

    /** The target must come through as it was sent: a node selector has slashes, quotes and brackets in it. */
    private static HttpConfiguration configuration(HttpSettings settings) {
        var configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(HOST_IGNORED_IN_ABSOLUTE_FORM);
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(settings.maxHeaderBytes());
        return configuration;
    }

    /** Gives the container the resources that the wiring made, so that it makes none itself. */
    private static final class Instances extends AbstractBinder {
        private final List<Object> resources;

        Instances(List<Object> resources) {
            this.resources = resources;
        }

        @Override
        protected void configure() {
            for (Object resource : resources) {
                bind(resource).to((Type) resource.getClass());
            }
        }
    }

    /** Binds the ports and accepts requests. */
    public Start start() {
        Optional<TlsSettings> tls = settings.tls();
        if (tls.isEmpty()) {
            return listen(Optional.empty());
        }
        return switch (tls.get().certificate().get()) {
            case TlsCertificate.Reading.Refused unusable -> new Start.Refused(unusable.sentence());
            case TlsCertificate.Reading.Read read ->
                listen(Optional.of(new TlsConnector(server, tls.get(), read.certificate(), configuration)));
        };
    }

    private Start listen(Optional<TlsConnector> tls) {
        tls.ifPresent(secure -> {
            secure.connector().setIdleTimeout(settings.idleTimeout().toMillis());
            server.addConnector(secure.connector());
        });
        try {
            server.start();
            tls.ifPresent(TlsConnector::watch);
            return new Start.Listening(bound(connector), tls.map(secure -> bound(secure.connector())));
        } catch (IOException | UnresolvedAddressException e) {
            close();
            String secure = settings.tls()
                    .map(too -> " and " + too.host() + ":" + too.port())
                    .orElse("");
            return new Start.Refused("HTTP cannot listen on " + settings.host() + ":" + settings.port() + secure + " ("
                    + e.getMessage() + "): choose another address, or stop what uses this one.");
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server does not start", e);
        }
    }

    private static InetSocketAddress bound(ServerConnector connector) {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** Stops accepting, and ends what is under way. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server does not stop", e);
        }
    }

    /** All that a start can end in. */
    public sealed interface Start {

        /**
         * Requests are accepted.
         *
         * @param address the one bound, with the port that was chosen if 0 was asked for
         * @param secure the same for HTTPS, if it is spoken
         */
        record Listening(InetSocketAddress address, Optional<InetSocketAddress> secure) implements Start {}

        /**
         * An address cannot be bound, or the certificate cannot be used.
         *
         * @param sentence why not, and what to do: for the person who starts the server
         */
        record Refused(String sentence) implements Start {}
    }
}
