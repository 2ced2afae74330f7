package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
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
import presentry.uri.Aor;

/** Who may use the management interface of a server with accounts, and what it tells of the users. */
class ManagementTest {

    private static final String ALICE = "/pres-rules/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    ManagementTest(@TempDir Path folder) {
        PasswordCheck check = new PasswordCheck(
                "example.com",
                "example.com",
                MemoryAccounts.of("sip:alice@example.com", "sip:root@example.com"),
                new WrongPasswords(Clock.systemUTC()));
        Requesters requesters =
                new Requesters(List.of(Aor.parse("sip:root@example.com").orElseThrow()));
        server = XcapServerFixture.withManagement(folder, new BasicAuthentication(check, requesters));
        server.putRules(ALICE, Rules.ALLOW_BOB, "Authorization", credentials("alice"));
        server.putRules("/pres-rules/users/bob/index", Rules.ALLOW_BOB, "Authorization", credentials("root"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/users",
                "/api/users/alice/documents",
                "/api/users/alice/export",
                "/api/changes",
                "/api/changes/stream",
                "/api/application.wadl"
            })
    void whoBringsNoPasswordIsChallenged(String path) {
        assertThat(status(path, "")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/users", "/api/users/alice/documents", "/api/users/alice/export", "/api/changes"})
    void whoIsNoAdministratorIsRefused(String path) {
        assertThat(status(path, "alice")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/users",
                "//api/users",
                "/./api/users",
                "/x/../api/users",
                "/api;x/users",
                "/API/users",
                "/health/../api/users",
                "/xcap-root/../api/users"
            })
    void noOtherSpellingOfThePathLeadsThere(String path) {
        assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4")
                .doesNotContain("alice");
    }

    @Test
    void theAbsoluteFormLeadsToTheSameGate() {
        assertThat(server.raw(
                        "GET http://localhost/api/users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void administratorsSeeUsersWithDocumentsOrAccounts() {
        assertThat(body("/api/users"))
                .startsWith(
                        "{\"users\":[{\"user\":\"sip:alice@example.com\",\"account\":true,\"documents\":1,\"octets\":"
                                + Rules.ALLOW_BOB.length() + ",\"updatedAt\":\"")
                .contains("{\"user\":\"sip:bob@example.com\",\"account\":false,\"documents\":1,")
                .contains("{\"user\":\"sip:root@example.com\",\"account\":true,\"documents\":0,\"octets\":0}")
                .doesNotContain("next");
    }

    @Test
    void usersComeInPages() {
        assertThat(body("/api/users?max=1")).contains("alice").endsWith("\"next\":\"sip:alice@example.com\"}");
        assertThat(body("/api/users?max=1&after=sip:alice@example.com"))
                .contains("bob")
                .doesNotContain("alice")
                .endsWith("\"next\":\"sip:bob@example.com\"}");
        assertThat(body("/api/users?max=1&after=sip:bob@example.com"))
                .contains("root")
                .doesNotContain("next");
    }

    private String body(String path) {
        return server.outside(path, "Authorization", credentials("root")).body();
    }

    private int status(String path, String user) {
        return user.isEmpty()
                ? server.getOutsideOfTheTree(path).statusCode()
                : server.outside(path, "Authorization", credentials(user)).statusCode();
    }

    private static String credentials(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
    }
}
