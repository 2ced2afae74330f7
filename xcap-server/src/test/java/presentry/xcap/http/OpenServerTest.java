package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose operator opened it to the network although nobody is authenticated. */
class OpenServerTest {

    private final XcapServerFixture server;

    OpenServerTest(@TempDir Path folder) {
        server = XcapServerFixture.withManagement(folder, new NoAuthentication(false));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anybodyMayReadTheTree() {
        assertThat(status("/xcap-root/xcap-caps/global/index", "Host: xcap.example.com"))
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/users", "/api/changes", "/api/users/alice/export"})
    void theManagementInterfaceStaysForThisMachine(String path) {
        assertThat(status(path, "Host: xcap.example.com")).isEqualTo("403");
        assertThat(status(path, "Host: localhost\r\nX-Forwarded-For: 192.0.2.1"))
                .isEqualTo("403");
    }

    @Test
    void aProgramOfThisMachineMayManage() {
        assertThat(status("/api/users", "Host: localhost")).isEqualTo("200");
    }

    private String status(String path, String fields) {
        return server.raw("GET " + path + " HTTP/1.1\r\n" + fields + "\r\nConnection: close\r\n\r\n")
                .split(" ", 3)[1];
    }
}
