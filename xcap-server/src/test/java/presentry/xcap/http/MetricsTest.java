package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /metrics} tells, and to whom. */
class MetricsTest {

    private final XcapServerFixture server;

    MetricsTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void requestsAreCountedByMethodUsageAndStatus() {
        server.putRules("/pres-rules/users/alice/index", Rules.ALLOW_BOB);
        server.get("/no-such-usage/users/alice/index");

        assertThat(server.getOutsideOfTheTree("/metrics").body())
                .contains("presentry_http_requests_total{method=\"PUT\",status=\"201\",usage=\"pres-rules\"} 1")
                .contains("presentry_http_requests_total{method=\"GET\",status=\"404\",usage=\"none\"} 1")
                .contains("presentry_http_request_seconds_bucket{method=\"PUT\",le=\"10.0\"} 1");
    }

    @Test
    void whoComesThroughAProxyIsRefused() {
        String answer = server.raw(String.join(
                "\r\n",
                "GET /metrics HTTP/1.1",
                "Host: localhost",
                "X-Forwarded-For: 192.0.2.1",
                "Connection: close",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("presentry_");
    }

    @Test
    void figuresCannotBeWritten() {
        assertThat(server.rawRequest("DELETE", "/metrics")).startsWith("HTTP/1.1 405");
    }
}
