package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole users over the management interface. */
class UserDocumentsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final XcapServerFixture server;

    UserDocumentsTest(@TempDir Path folder) {
        server = XcapServerFixture.withManagement(folder);
        server.putRules("/pres-rules/users/alice/index", Rules.ALLOW_BOB);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theDocumentsOfAUserAreListedWithTheirSizes() {
        assertThat(server.getOutsideOfTheTree("/api/users/alice/documents").body())
                .contains("\"document\":\"pres-rules/users/sip:alice@example.com/index\"")
                .contains("\"octets\":" + Rules.ALLOW_BOB.length());
    }

    @Test
    void whatWasExportedCanBeImportedForAnother() throws IOException, InterruptedException {
        byte[] zip = client.send(
                        request("/api/users/sip:alice@example.com/export").build(), BodyHandlers.ofByteArray())
                .body();

        String report = load("bob", zip);

        assertThat(report).isEqualTo("[{\"document\":\"pres-rules/index\",\"result\":\"created\"}]");
        assertThat(server.get("/pres-rules/users/bob/index").body()).isEqualTo(Rules.ALLOW_BOB);
    }

    @Test
    void aDocumentThatCouldNotHaveBeenSentIsNotImported() throws IOException, InterruptedException {
        var zip = new ByteArrayOutputStream();
        try (var entries = new ZipOutputStream(zip, StandardCharsets.UTF_8)) {
            entries.putNextEntry(new ZipEntry("pres-rules/../../index"));
            entries.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(load("bob", zip.toByteArray())).contains("refused: ");
        assertThat(load("bob", "no zip".getBytes(StandardCharsets.UTF_8))).isEqualTo("[]");
    }

    private String load(String user, byte[] zip) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request("/api/users/" + user + "/import")
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(zip))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
