package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change log over HTTP. */
class ChangesTest {

    private static final String INDEX = "/pres-rules/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    ChangesTest(@TempDir Path folder) {
        server = XcapServerFixture.withManagement(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void changesAreReadFromTheCursorOfTheLastAnswer() {
        server.putRules(INDEX, Rules.ALLOW_BOB);
        HttpResponse<String> first = server.getOutsideOfTheTree("/api/changes");
        server.put(
                "xcap-att", INDEX + "/~~/cp:ruleset/cp:rule/@id?xmlns(cp=urn:ietf:params:xml:ns:common-policy)", "z");

        HttpResponse<String> second = server.getOutsideOfTheTree("/api/changes?after=" + next(first));

        assertThat(first.body()).contains("\"document\":\"pres-rules/users/sip:alice@example.com/index\"");
        assertThat(second.body()).contains("\"patch\":\"<replace sel=\\\"*/*[1]/@id\\\">z</replace>\"", "\"oldTag\":");
        assertThat(server.getOutsideOfTheTree("/api/changes?after=" + next(second))
                        .body())
                .contains("\"changes\":[]");
    }

    @Test
    void whatIsNoCursorIsABadRequest() {
        assertThat(server.getOutsideOfTheTree("/api/changes?after=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCursorOfAStartThatThisFolderHasNotSeenIsGone() {
        String ofAnotherFolder = new ChangeCursor(1, 0).write();
        String ofAnOlderVersion = Base64.getUrlEncoder().encodeToString("1:0".getBytes(StandardCharsets.US_ASCII));

        assertThat(server.getOutsideOfTheTree("/api/changes?after=" + ofAnotherFolder)
                        .statusCode())
                .isEqualTo(410);
        assertThat(server.getOutsideOfTheTree("/api/changes?after=" + ofAnOlderVersion)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aCursorFromBeforeTheBeginningOfTheLogIsGone() {
        String beginning = next(server.getOutsideOfTheTree("/api/changes"));
        server.putRules(INDEX, Rules.ALLOW_BOB);
        server.forgetChanges();

        HttpResponse<String> gone = server.getOutsideOfTheTree("/api/changes?after=" + beginning);

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("start anew");
        assertThat(server.getOutsideOfTheTree("/api/changes").statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamTellsEachChangeAsItIsCommitted() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /api/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 200");
            assertThat(lines.lines().filter(line -> line.startsWith(": ")).findFirst())
                    .isPresent();

            server.putRules(INDEX, Rules.ALLOW_BOB);

            assertThat(lines.lines().filter(line -> line.startsWith("data: ")).findFirst())
                    .hasValueSatisfying(event -> assertThat(event).contains("sip:alice@example.com/index"));
        }
    }

    @Test
    void aForwardedRequestDoesNotReachTheManagement() {
        assertThat(server.raw(
                        "GET /api/changes HTTP/1.1\r\nHost: localhost\r\nVia: 1.1 p\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    private static String next(HttpResponse<String> answer) {
        Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(next.find()).isTrue();
        return next.group(1);
    }
}
