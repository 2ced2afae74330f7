package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.account.MemoryAccounts;
import presentry.account.PasswordCheck;
import presentry.account.WrongPasswords;

/** RFC 7617 over a socket of this machine. */
class BasicAuthenticationTest {

    private static final String ALICE = "/pres-rules/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    BasicAuthenticationTest(@TempDir Path folder) {
        PasswordCheck check = new PasswordCheck(
                "example.com",
                "example.com",
                MemoryAccounts.of("sip:alice@example.com"),
                new WrongPasswords(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        server = new XcapServerFixture(folder, new BasicAuthentication(check, new Requesters(List.of())), List.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoBringsNothingIsChallenged() {
        assertThat(server.get(ALICE).headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"example.com\", charset=\"UTF-8\"");
    }

    @Test
    void whoBringsThePasswordIsLetIn() {
        assertThat(status("Basic " + base64("alice:secret"))).isEqualTo(404);
        assertThat(status("basic " + base64("alice@example.com:secret"))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice:guess", "alice", ":secret", "nobody:secret", ""})
    void whoBringsAnythingElseIsChallenged(String pair) {
        assertThat(status("Basic " + base64(pair))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ===", "Basic a", "Digest x", "Basic \u00e4"})
    void whatIsNoBasicIsChallenged(String credentials) {
        assertThat(server.raw("GET " + XcapServerFixture.ROOT + ALICE
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + credentials
                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    /** RFC 6585, section 4: the sixth attempt within a second is not judged. */
    @Test
    void whoGuessesIsToldWhenToTryAgain() {
        String guess = "Basic " + base64("alice:guess");
        for (int i = 0; i < 5; i++) {
            assertThat(status(guess)).isEqualTo(401);
        }

        var answer = server.get(ALICE, "Authorization", "Basic " + base64("alice:secret"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    private int status(String credentials) {
        return server.get(ALICE, "Authorization", credentials).statusCode();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
