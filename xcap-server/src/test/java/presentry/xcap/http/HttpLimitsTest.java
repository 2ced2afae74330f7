package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients may do at most. */
class HttpLimitsTest {

    private static final String RULES = "/pres-rules/users/alice/index";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoAsksTooOftenIsToldToWait() {
        try (var server = new XcapServerFixture(folder, settings(2, Duration.ofSeconds(60)))) {
            for (int i = 0; i < 100; i++) {
                server.get(RULES);
            }

            var answer = server.get(RULES);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
    }

    /** RFC 9110, section 15.5.9. */
    @Test
    void aBodyThatDoesNotArriveInTimeIsNotWaitedFor() throws IOException {
        try (var server = new XcapServerFixture(folder, settings(0, Duration.ofMillis(300)));
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("PUT " + XcapServerFixture.ROOT + RULES + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: application/auth-policy+xml\r\nContent-Length: 100\r\n\r\n<")
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("The body did not arrive in time.");
        }
    }

    /** RFC 6585, section 5. */
    @Test
    void headerFieldsThatAreTooLongAreRefused() {
        try (var server = new XcapServerFixture(folder, settings(0, Duration.ofSeconds(60)))) {
            assertThat(server.raw("GET " + XcapServerFixture.ROOT + RULES + " HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                            + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");
        }
    }

    private static HttpSettings settings(int perSecond, Duration silence) {
        return new HttpSettings(
                "127.0.0.1", 0, Optional.empty(), 1 << 20, 16 << 10, silence, silence, perSecond, address -> false);
    }
}
