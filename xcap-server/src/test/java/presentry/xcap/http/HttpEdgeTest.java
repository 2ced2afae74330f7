package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can come over the socket, and what else the HTTP server says. */
class HttpEdgeTest {

    private static final String INDEX = XcapServerFixture.ROOT + "/pres-rules/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    HttpEdgeTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder, List.of(new Check("disk", Optional.empty())));
    }

    private record Check(String name, Optional<String> problem) implements HealthCheck {}

    private record Notice(String name, Optional<String> problem) implements HealthCheck {
        @Override
        public boolean essential() {
            return false;
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xcap-root/pres-rules/users/alice/../bob/index",
                "/xcap-root/pres-rules/users/alice/%2e%2e/bob/index",
                "/xcap-root/pres-rules/users/alice/.%2E/bob/index",
                "/xcap-root/pres-rules/users/alice/a%00b",
                "/xcap-root/pres-rules/users/alice/a%zz",
                "/xcap-root/pres-rules/users/alice/a%",
                "/xcap-root/pres-rules/users/alice/%C3",
                "/xcap-root/pres-rules/users/alice/%c0%ae%c0%ae/x"
            })
    void aMalformedAddressIsABadRequest(String target) {
        assertThat(server.rawRequest("GET", target)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xcap-root/pres-rules/users/alice/a%2Fb",
                "/xcap-root//pres-rules/users/alice/index",
                "/xcap-root/pres-rules/users/alice//index",
                "/xcap-root/pres-rules;x=y/users/alice/index",
                "/xcap-root/pres-rules/users/alice/..%2f..%2fpasswd",
                "/elsewhere",
                "/xcap-rootless/pres-rules/users/alice/index"
            })
    void anAddressWithoutADocumentIsNotFound(String target) {
        assertThat(server.rawRequest("GET", target)).startsWith("HTTP/1.1 404 ");
    }

    /** RFC 9112, section 3.2.2. */
    @Test
    void theAbsoluteFormOfATargetIsUnderstood() {
        server.putRules("/pres-rules/users/alice/index", Rules.ALLOW_BOB);

        assertThat(server.rawRequest("GET", "http://localhost" + INDEX)).startsWith("HTTP/1.1 200 ");
    }

    /** RFC 9112, section 7.1. */
    @Test
    void aChunkedBodyIsRead() {
        String answer = server.raw("PUT " + INDEX + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/auth-policy+xml\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(Rules.ALLOW_BOB.length()) + "\r\n" + Rules.ALLOW_BOB + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 201 ");
    }

    /** RFC 9110, section 10.1.1. */
    @Test
    void aClientThatExpectsToBeAskedForTheBodyIsAsked() {
        String answer = server.raw("PUT " + INDEX + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/auth-policy+xml\r\nExpect: 100-continue\r\nContent-Length: "
                + Rules.ALLOW_BOB.length() + "\r\n\r\n" + Rules.ALLOW_BOB);

        assertThat(answer).contains("HTTP/1.1 201 ");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWithoutReadingIt() {
        String answer = server.raw("PUT " + INDEX + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/auth-policy+xml\r\nContent-Length: 2000000000\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("1048576 octets");
    }

    @Test
    void aChunkedBodyBeyondTheLimitIsRefused() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        String answer = server.raw("PUT " + INDEX + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/auth-policy+xml\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    /** RFC 9112, section 6.1. */
    @Test
    void conflictingFramingIsRefusedAndTheConnectionClosed() {
        String answer = server.raw("PUT " + INDEX + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/auth-policy+xml\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET " + INDEX + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
    }

    @Test
    void aRequestLineBeyondTheLimitIsRefused() {
        assertThat(server.rawRequest("GET", INDEX + "x".repeat(20_000))).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void headerFieldsBeyondTheLimitAreRefused() {
        String answer = server.raw("GET " + INDEX + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    /** RFC 4825, section 8.1. */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "TRACE", "PROPFIND"})
    void anotherMethodIsNotAllowed(String method) {
        assertThat(server.rawRequest(method, INDEX))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, HEAD, PUT, DELETE, OPTIONS");
    }

    @Test
    void optionsTellsTheMethods() {
        assertThat(server.rawRequest("OPTIONS", INDEX))
                .startsWith("HTTP/1.1 200 ")
                .contains("Allow: GET, HEAD, PUT, DELETE, OPTIONS")
                .contains("Content-Length: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded: for=1.2.3.4", "X-Forwarded-For: 1.2.3.4", "x-forwarded-host: a", "Via: 1.1 p"})
    void aForwardedRequestIsRefusedWithoutAuthentication(String field) {
        String answer = server.raw(
                "GET " + INDEX + " HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("forwarded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "10.0.0.1:8080", "localhost.example.com", "127.0.0.1.nip.io"})
    void aRequestToAnotherHostIsRefusedWithoutAuthentication(String host) {
        String answer = server.raw("GET " + INDEX + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.1.2.3", "[::1]:8080"})
    void aRequestToTheOwnMachineIsServed(String host) {
        String answer = server.raw("GET " + INDEX + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void theServerIsAliveAndReady() {
        assertThat(server.getOutsideOfTheTree("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(server.getOutsideOfTheTree("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aServerThatLacksSomethingIsNotReadyAndSaysWhat(@TempDir Path other) {
        var checks = List.<HealthCheck>of(new Check("disk", Optional.of("it is full")));
        try (var broken = new XcapServerFixture(other, checks)) {
            var answer = broken.getOutsideOfTheTree("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"status\":\"down\",\"problems\":{\"disk\":\"it is full\"}}");
            assertThat(broken.getOutsideOfTheTree("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsOnlyWorthANoticeLeavesTheServerReady(@TempDir Path other) {
        var checks = List.<HealthCheck>of(new Notice("rules", Optional.of("one cannot be used")));
        try (var served = new XcapServerFixture(other, checks)) {
            var answer = served.getOutsideOfTheTree("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"up\",\"notices\":{\"rules\":\"one cannot be used\"}}");
        }
    }

    @Test
    void whatIsNowhereIsAnsweredWithASentenceOnly() {
        var answer = server.getOutsideOfTheTree("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.body()).doesNotContain("etty", "<html");
    }
}
