package presentry.xcap.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.account.EveryUserOfDomains;
import presentry.account.MemoryAccounts;
import presentry.schemas.SchemaCatalog;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.address.Owner;
import presentry.xcap.address.SelectorLimits;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.service.XcapLimits;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.CachedDocumentStore;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.sql.SqlDocumentOwners;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.SqlLineage;
import presentry.xcap.store.sql.XcapTables;
import presentry.xcap.usage.ApplicationUsages;
import presentry.xcap.usage.ConfiguredUsage;
import presentry.xcap.usage.DocumentConstraint;
import presentry.xcap.usage.ImRules;
import presentry.xcap.usage.OmaPresRules;
import presentry.xcap.usage.PidfManipulation;
import presentry.xcap.usage.PresRules;
import presentry.xcap.usage.ResourceLists;
import presentry.xcap.usage.RlsServices;
import presentry.xcap.usage.RulesetCheck;
import presentry.xcap.usage.XcapDirectory;

/** A whole XCAP server on a free port over a real database, and a client for it. */
final class XcapServerFixture implements AutoCloseable {

    static final String ROOT = "/xcap-root";

    private final Database database;
    private final ChangeSignal signal = new ChangeSignal();
    private final PrometheusMeterRegistry figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpServer server;
    private final HttpServer.Start.Listening listening;
    private final HttpClient client = HttpClient.newHttpClient();

    XcapServerFixture(Path folder) {
        this(folder, List.of());
    }

    /** Without authentication. */
    XcapServerFixture(Path folder, List<HealthCheck> checks) {
        this(folder, new NoAuthentication(true), checks);
    }

    XcapServerFixture(Path folder, Authentication authentication, List<HealthCheck> checks) {
        this(folder, authentication, checks, false, HttpSettings.loopback(0));
    }

    /** With the management interface, which takes a moment to start. */
    static XcapServerFixture withManagement(Path folder) {
        return withManagement(folder, new NoAuthentication(true));
    }

    /** With the management interface. */
    static XcapServerFixture withManagement(Path folder, Authentication authentication) {
        return new XcapServerFixture(folder, authentication, List.of(), true, HttpSettings.loopback(0));
    }

    /** With HTTPS beside HTTP, without authentication. */
    static XcapServerFixture withTls(Path folder, TlsSettings tls) {
        HttpSettings plain = HttpSettings.loopback(0);
        var settings = new HttpSettings(
                plain.host(),
                plain.port(),
                Optional.of(tls),
                plain.maxBodyBytes(),
                plain.maxHeaderBytes(),
                plain.idleTimeout(),
                plain.bodyTimeout(),
                plain.perSecondAndAddress(),
                plain.proxies());
        return new XcapServerFixture(folder, new NoAuthentication(true), List.of(), false, settings);
    }

    /** Without authentication. */
    XcapServerFixture(Path folder, HttpSettings settings) {
        this(folder, new NoAuthentication(true), List.of(), false, settings);
    }

    private XcapServerFixture(
            Path folder,
            Authentication authentication,
            List<HealthCheck> checks,
            boolean management,
            HttpSettings settings) {
        database = ((Opening.Opened) Database.open(folder, List.of(XcapTables.MIGRATIONS))).database();
        var users = new EveryUserOfDomains(List.of("example.com", "example.org"));
        var stored = new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC());
        var store = new CachedDocumentStore(stored, 10 << 20);
        stored.listen(store);
        stored.listen(signal);
        ApplicationUsages usages = usages(store);
        var service = new XcapService(
                usages, users::exists, List.of(), store, new DocumentETags(new SecureRandom()), XcapLimits.DEFAULT);
        var uris = new XcapUriReader(List.of(new XcapRoot(ROOT, "example.com")), SelectorLimits.DEFAULT);
        server = new HttpServer(
                settings,
                uris,
                service,
                authentication,
                checks,
                new Metrics(figures, figures::scrape, Optional.of(new LocalPrograms())),
                management ? management(stored, service, usages, uris) : List.of(),
                Clock.systemUTC());
        listening = (HttpServer.Start.Listening) server.start();
    }

    private List<Object> management(
            SqlDocumentStore store, XcapService service, ApplicationUsages usages, XcapUriReader uris) {
        var root = new XcapRoot(ROOT, "example.com");
        return List.of(
                new ChangesResource(
                        store,
                        SqlLineage.begin(database.writer(), new SecureRandom())
                                .toCompletableFuture()
                                .join(),
                        signal),
                new UsersResource(
                        MemoryAccounts.of("sip:alice@example.com", "sip:root@example.com"),
                        new SqlDocumentOwners(database)),
                new UserDocumentsResource(store, service, usages, uris, root, 1 << 20));
    }

    private static ApplicationUsages usages(DocumentStore store) {
        var schemas = SchemaCatalog.standard();
        var rules = new RulesetCheck(schemas, true, DocumentConstraint.NONE);
        return new ApplicationUsages(List.of(
                new PresRules(rules),
                new OmaPresRules(rules),
                new ImRules(rules),
                new ResourceLists(schemas),
                new RlsServices(
                        schemas,
                        () -> store.readClaiming("rls-services", "index").stream()
                                .map(document -> document.body().text())
                                .toList(),
                        aor -> false),
                new PidfManipulation(schemas),
                new XcapDirectory(user -> store.list(new Owner.User(user)).stream()
                        .map(document -> new XcapDirectory.Entry(
                                document.selector(), document.etag(), document.octets(), document.updatedAt()))
                        .toList()),
                ConfiguredUsage.withoutSchema(
                        "org.openmobilealliance.pres-content",
                        "application/vnd.oma.pres-content+xml",
                        "urn:oma:xml:prs:pres-content"),
                ConfiguredUsage.withoutSchema(
                        "oma_status-icon", "application/vnd.oma.pres-content+xml", "urn:oma:xml:prs:pres-content")));
    }

    int port() {
        return listening.address().getPort();
    }

    int securePort() {
        return listening.secure().orElseThrow().getPort();
    }

    /** @param headers names and values in turns */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + ROOT + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    HttpResponse<String> put(String type, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/" + type + "+xml";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("PUT", path, body, all);
    }

    HttpResponse<String> putRules(String path, String body, String... headers) {
        return put("auth-policy", path, body, headers);
    }

    HttpResponse<String> getOutsideOfTheTree(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .build());
    }

    HttpResponse<String> outside(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .headers(headers)
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends octets as they are over a connection of their own, and reads to the end what comes back. */
    String raw(String request) {
        return raw(request, new byte[0]);
    }

    /** The same with a body. */
    String raw(String head, byte[] body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A raw request without a body that asks to close the connection. */
    String rawRequest(String method, String target) {
        return raw(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Override
    public void close() {
        signal.close();
        server.close();
        database.close();
    }

    /** All that the log of changed documents holds. */
    void forgetChanges() {
        new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC())
                .forget(Instant.now().plusSeconds(60), Long.MAX_VALUE, Integer.MAX_VALUE)
                .toCompletableFuture()
                .join();
    }
}
