package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with HTTP/2, and what may be a certificate. */
class TlsTest {

    private static final String PASSWORD = "secret-of-a-test";

    @TempDir
    private Path folder = Path.of("");

    private Path pkcs12 = Path.of("");
    private Path password = Path.of("");

    @BeforeEach
    void makeACertificate() throws IOException, InterruptedException {
        pkcs12 = certificate("localhost");
        password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    }

    @Test
    void aDocumentIsStoredOverHttp2() throws IOException, InterruptedException, GeneralSecurityException {
        try (var server = XcapServerFixture.withTls(folder.resolve("data"), settings(this::pkcs12))) {
            URI uri = URI.create("https://localhost:" + server.securePort() + XcapServerFixture.ROOT
                    + "/pres-rules/users/sip:alice@example.com/index");

            HttpResponse<String> put = client().send(
                            HttpRequest.newBuilder(uri)
                                    .header("Content-Type", "application/auth-policy+xml")
                                    .PUT(BodyPublishers.ofString(Rules.ALLOW_BOB))
                                    .build(),
                            BodyHandlers.ofString());
            HttpResponse<String> get = client().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

            assertThat(put.statusCode()).isEqualTo(201);
            assertThat(put.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(put.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(get.body()).isEqualTo(Rules.ALLOW_BOB);
        }
    }

    @Test
    void aSelectorComesThroughHttp2AsItWasSent() throws IOException, InterruptedException, GeneralSecurityException {
        try (var server = XcapServerFixture.withTls(folder.resolve("data"), settings(this::pem))) {
            server.putRules("/pres-rules/users/alice/index", Rules.ALLOW_BOB);
            URI uri = URI.create("https://localhost:" + server.securePort() + XcapServerFixture.ROOT
                    + "/pres-rules/users/alice/index/~~/cp:ruleset/cp:rule%5b1%5d/@id"
                    + "?xmlns(cp=urn:ietf:params:xml:ns:common-policy)");

            HttpResponse<String> get = client().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

            assertThat(get.statusCode()).isEqualTo(200);
            assertThat(get.headers().firstValue("Content-Type")).contains("application/xcap-att+xml");
        }
    }

    @Test
    void aRenewedCertificateIsTakenUpWithoutARestart()
            throws IOException, InterruptedException, GeneralSecurityException {
        var newest = new AtomicReference<>(pkcs12());
        var settings = new TlsSettings("127.0.0.1", 0, newest::get, Duration.ofMillis(10));
        try (var server = XcapServerFixture.withTls(folder.resolve("data"), settings)) {
            Path renewed = certificate("renewed");
            SSLContext trusting = trusting(renewed);
            newest.set(TlsCertificate.pkcs12(renewed, password));

            assertThat(isAcceptedWithin(Duration.ofSeconds(20), trusting, server.securePort()))
                    .isTrue();
        }
    }

    /** RFC 7301, section 3.2. */
    @Test
    void aClientThatOffersOtherProtocolsAloneIsTurnedAway() throws IOException, GeneralSecurityException {
        try (var server = XcapServerFixture.withTls(folder.resolve("data"), settings(this::pkcs12))) {
            assertThat(chosen(server, "http/1.1")).isEqualTo("http/1.1");
            assertThat(chosen(server, "mqtt", "h2")).isEqualTo("h2");
            assertThat(chosen(server)).isEmpty();
            assertThatThrownBy(() -> chosen(server, "mqtt")).isInstanceOf(SSLException.class);
        }
    }

    private String chosen(XcapServerFixture server, String... offered) throws IOException, GeneralSecurityException {
        try (var socket =
                (SSLSocket) trusting(pkcs12).getSocketFactory().createSocket("localhost", server.securePort())) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(offered);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getApplicationProtocol();
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException, InterruptedException, GeneralSecurityException {
        Path other = certificate("other");

        assertThat(TlsCertificate.pem(certificatePem(pkcs12), keyPem(other)))
                .isInstanceOf(TlsCertificate.Reading.Refused.class);
    }

    @Test
    void aFileThatIsNotThereIsRefusedWithItsName() {
        assertThat(TlsCertificate.pem(folder.resolve("none.pem"), folder.resolve("none.key")))
                .isInstanceOfSatisfying(
                        TlsCertificate.Reading.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("none.pem"));
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        Files.writeString(password, "another");

        assertThat(pkcs12()).isInstanceOf(TlsCertificate.Reading.Refused.class);
    }

    private TlsCertificate.Reading pkcs12() {
        return TlsCertificate.pkcs12(pkcs12, password);
    }

    private TlsCertificate.Reading pem() {
        try {
            return TlsCertificate.pem(certificatePem(pkcs12), keyPem(pkcs12));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TlsSettings settings(Supplier<TlsCertificate.Reading> certificate) {
        return new TlsSettings("127.0.0.1", 0, certificate, Duration.ofMinutes(1));
    }

    private static boolean isAcceptedWithin(Duration patience, SSLContext trusting, int port) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try (var socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port)) {
                socket.startHandshake();
                return true;
            } catch (SSLException stillTheOldOne) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
        return false;
    }

    private HttpClient client() throws IOException, GeneralSecurityException {
        return HttpClient.newBuilder().sslContext(trusting(pkcs12)).build();
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(file));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private Path certificate(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        return trusted;
    }

    private Path certificatePem(Path file) throws IOException, GeneralSecurityException {
        byte[] octets = store(file).getCertificate("server").getEncoded();
        return Files.writeString(folder.resolve("certificate.pem"), pem("CERTIFICATE", octets));
    }

    private Path keyPem(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] octets = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
        return Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", octets));
    }

    private static String pem(String label, byte[] octets) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(octets);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }
}
