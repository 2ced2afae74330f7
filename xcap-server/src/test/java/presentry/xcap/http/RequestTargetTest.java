package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request acts on the address that was sent or on none, and fields that nobody knows change nothing. */
class RequestTargetTest {

    private static final String INDEX = XcapServerFixture.ROOT + "/pres-rules/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    RequestTargetTest(@TempDir Path folder) {
        server = XcapServerFixture.withManagement(folder);
        server.putRules("/pres-rules/users/sip:alice@example.com/index", Rules.ALLOW_BOB);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** RFC 9110, section 5.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Foo",
                "X-3GPP-Intended-Identity",
                "Sec-Fetch-Mode",
                "traceparent",
                "X-Prometheus-Scrape-Timeout-Seconds",
                "Last-Event-ID"
            })
    void aFieldThatNobodyKnowsIsPassedOver(String field) {
        assertThat(server.outside(INDEX, field, "1").statusCode()).isEqualTo(200);
        assertThat(server.outside("/metrics", field, "1").statusCode()).isEqualTo(200);
        assertThat(server.outside("/api/users", field, "1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Prefix", "x-forwarded-anything", "Forwarded", "Via"})
    void aForwardedRequestIsRefused(String field) {
        assertThat(server.outside(INDEX, field, "1").statusCode()).isEqualTo(403);
    }

    /** RFC 9112, section 3.2. */
    @ParameterizedTest
    @ValueSource(strings = {"#", "#x", "/~~/ruleset/rule#x", "?a#b", "%2Fx#"})
    void aFragmentNeverShortensTheAddress(String end) {
        assertThat(server.rawRequest("DELETE", INDEX + end)).startsWith("HTTP/1.1 400 ");
        assertThat(server.rawRequest("DELETE", "http://localhost" + INDEX + end))
                .startsWith("HTTP/1.1 400 ");
        assertThat(server.rawRequest("GET", INDEX)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xcap-root/pres-rules/users/sip:alice@example.com/./index",
                "/xcap-root/pres-rules/users/sip:alice@example.com/x/../index",
                "/xcap-root/pres-rules/users/sip:alice@example.com//index",
                "/xcap-root/pres-rules/users/sip:alice@example.com/%2e/index",
                "/xcap-root/pres-rules/users/sip:alice@example.com/index;x=y",
                "/xcap-root/pres-rules/users/sip:alice@example.com\\index",
                "/x/../xcap-root/pres-rules/users/sip:alice@example.com/index",
                "//xcap-root/pres-rules/users/sip:alice@example.com/index",
                "/;x/xcap-root/pres-rules/users/sip:alice@example.com/index"
            })
    void whatAContainerWouldNormaliseActsOnNothing(String target) {
        assertThat(server.rawRequest("DELETE", target)).containsPattern("^HTTP/1.1 4");
        assertThat(server.rawRequest("GET", INDEX)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users;x",
                "/api//users",
                "/api/./users",
                "/api/x/../users",
                "/api/x/%2e%2E/users",
                "/api/users/alice;x/documents"
            })
    void theManagementInterfaceTakesPlainPathsOnly(String target) {
        assertThat(server.rawRequest("GET", target)).startsWith("HTTP/1.1 400 ");
    }

    /** RFC 9112, section 3.2.2. */
    @ParameterizedTest
    @CsvSource({
        "localhost,proxy.example.org,200",
        "127.0.0.1:8080,localhost,200",
        "[::1],x,200",
        "proxy.example.org,localhost,403"
    })
    void inAbsoluteFormTheTargetCountsAndNotTheHostField(String target, String host, int status) {
        assertThat(server.raw("GET http://" + target + INDEX + " HTTP/1.1\r\nHost: " + host
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void inOriginFormTheHostFieldCounts() {
        assertThat(server.raw("GET " + INDEX + " HTTP/1.1\r\nHost: proxy.example.org\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    /** RFC 9110, section 14.5. */
    @Test
    void aPartOfADocumentReplacesNothing() {
        var answer = server.putRules(
                "/pres-rules/users/sip:alice@example.com/index", Rules.ALLOW_BOB, "Content-Range", "bytes 0-9/100");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    /** RFC 7303, section 3.2. */
    @ParameterizedTest
    @CsvSource({
        "utf-8,200",
        "UTF-8,200",
        "'\"utf-8\"',200",
        "us-ascii,200",
        "iso-8859-1,415",
        "'\"UTF-16\"',415",
        "'',415"
    })
    void aDocumentIsTakenInUtf8Only(String charset, int status) {
        var answer = server.send(
                "PUT",
                "/pres-rules/users/sip:alice@example.com/index",
                Rules.ALLOW_BOB,
                "Content-Type",
                "application/auth-policy+xml; charset=" + charset);

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xcap-root/xcap-caps/global/index", "/nowhere", "/health/live", "/metrics", "/api/users"})
    void noBrowserRunsWhatIsInAnAnswer(String path) {
        var fields = server.getOutsideOfTheTree(path).headers();

        assertThat(fields.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(fields.firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
    }

    /** RFC 6454, section 7. */
    @ParameterizedTest
    @CsvSource({
        "Origin: http://evil.example,403",
        "Origin: null,403",
        "Origin: http://localhost:1,403",
        "Sec-Fetch-Site: cross-site,403",
        "Origin: http://localhost,200",
        "X-Nothing: 1,200"
    })
    void aPageOfAnotherOriginChangesNothing(String field, int status) {
        assertThat(server.raw("POST /api/users/alice/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + field + "\r\nContent-Type: application/zip\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }
}
