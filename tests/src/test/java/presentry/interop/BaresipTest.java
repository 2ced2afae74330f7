package presentry.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.launch.RunningServer;
import presentry.launch.StartResult;
import presentry.launch.Wiring;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.launch.control.ControlClient;
import presentry.launch.control.ControlReply;
import presentry.launch.control.ControlRequest;

/**
 * baresip registers, publishes and watches, and has to prove each time who it is. It knows MD5 alone, keeps a contact as Unknown
 * while pending or refused, and reads Online and Offline from {@code basic}.
 */
class BaresipTest {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<RunningServer> running = Optional.empty();

    @BeforeEach
    void start() {
        assumeTrue(Baresip.isInstalled(), "baresip is not installed: on Debian, apt install baresip-core");
        Path data = folder.resolve("data");
        ConfigResult config = ConfigReader.read(
                Optional.empty(),
                List.of(
                        setting("data", data.toString()),
                        setting("sip.listen", "127.0.0.1:0"),
                        setting("http.listen", "127.0.0.1:0"),
                        setting("sip.auth", "digest"),
                        setting("http.auth", "basic"),
                        setting("policy.default", "confirm")));
        running = switch (Wiring.start(((ConfigResult.Valid) config).config())) {
            case StartResult.Started started -> Optional.of(started.server());
            case StartResult.Refused refused -> throw new AssertionError(refused.problems());
        };
        for (String user : List.of("alice", "bob")) {
            assertThat(ControlClient.ask(data, ControlRequest.addUser("sip:" + user + "@example.com", user)))
                    .map(ControlReply::done)
                    .contains(true);
        }
    }

    @AfterEach
    void stop() {
        running.ifPresent(RunningServer::stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aWatcherSeesWhatTheRulesLetHimSee(String transport) throws Exception {
        try (Baresip alice = baresip("alice", List.of(), transport);
                Baresip bob = baresip("bob", List.of("alice"), transport)) {
            assertThat(alice.isRegistered()).isTrue();
            assertThat(bob.isRegistered()).isTrue();
            alice.goOnline();
            assertThat(bob.sees("alice", "Unknown")).as("pending").isTrue();

            aliceSays("allow");
            assertThat(bob.sees("alice", "Online")).as("allowed").isTrue();
            alice.goOffline();
            assertThat(bob.sees("alice", "Offline")).as("closed").isTrue();
            alice.goOnline();
            assertThat(bob.sees("alice", "Online")).as("open again").isTrue();

            aliceSays("polite-block");
            assertThat(bob.sees("alice", "Offline")).as("politely blocked").isTrue();
            aliceSays("allow");
            assertThat(bob.sees("alice", "Online")).as("allowed again").isTrue();

            aliceSays("block");
            assertThat(bob.sees("alice", "Unknown")).as("blocked").isTrue();
        }
    }

    private Baresip baresip(String user, List<String> watched, String transport)
            throws IOException, InterruptedException {
        int sip = running.orElseThrow().sip().port();
        return Baresip.start(folder.resolve(user), user, watched, transport, sip);
    }

    /** Puts rules that treat bob so. */
    private void aliceSays(String handling) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("alice:alice".getBytes(StandardCharsets.UTF_8));
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(running.orElseThrow().xcapRoot() + "/pres-rules/users/sip:alice@example.com/index"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/auth-policy+xml")
                .PUT(HttpRequest.BodyPublishers.ofString(rules(handling)))
                .build();
        assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isBetween(200, 201);
    }

    private static String rules(String handling) {
        return """
            <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
              <rule id="bob">
                <conditions><identity><one id="sip:bob@example.com"/></identity></conditions>
                <actions><pr:sub-handling>%s</pr:sub-handling></actions>
                <transformations>
                  <pr:provide-services><pr:all-services/></pr:provide-services>
                  <pr:provide-persons><pr:all-persons/></pr:provide-persons>
                  <pr:provide-all-attributes/>
                </transformations>
              </rule>
            </ruleset>
            """.formatted(handling);
    }

    private static Setting setting(String key, String value) {
        return new Setting(key, value, "test");
    }
}
