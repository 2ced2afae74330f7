package presentry.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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

/**
 * baresip behind a Kamailio with the configuration of the samples: Kamailio asks for the passwords and asserts who it is, and the
 * NOTIFYs come back through it.
 */
class KamailioTest {
    private static final Path RULES = Path.of("../sample-docs/rules");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<RunningServer> running = Optional.empty();
    private Optional<Kamailio> proxy = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Baresip.isInstalled(), "baresip is not installed: on Debian, apt install baresip-core");
        assumeTrue(
                Kamailio.isInstalled(),
                "Kamailio is not installed: on Debian, apt install kamailio kamailio-sqlite-modules");
        int port = Kamailio.freePort();
        ConfigResult config = ConfigReader.read(
                Optional.empty(),
                List.of(
                        setting("data", folder.resolve("data").toString()),
                        setting("sip.listen", "127.0.0.1:0"),
                        setting("http.listen", "127.0.0.1:0"),
                        setting("trust.from", ""),
                        setting("message.next-hop", "sip:127.0.0.1:" + port),
                        setting("policy.default", "confirm")));
        running = switch (Wiring.start(((ConfigResult.Valid) config).config())) {
            case StartResult.Started started -> Optional.of(started.server());
            case StartResult.Refused refused -> throw new AssertionError(refused.problems());
        };
        int presentry = running.orElseThrow().sip().port();
        proxy = Optional.of(Kamailio.start(folder.resolve("proxy"), port, presentry, List.of("alice", "bob")));
    }

    @AfterEach
    void stop() {
        proxy.ifPresent(Kamailio::close);
        running.ifPresent(RunningServer::stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aWatcherBehindTheProxySeesWhatTheRulesLetHimSee(String transport) throws Exception {
        try (Baresip alice = baresip("alice", List.of(), transport);
                Baresip bob = baresip("bob", List.of("alice"), transport)) {
            assertThat(alice.isRegistered()).isTrue();
            assertThat(bob.isRegistered()).isTrue();
            alice.goOnline();
            assertThat(bob.sees("alice", "Unknown")).as("pending").isTrue();

            aliceStores("allow-bob.xml");
            assertThat(bob.sees("alice", "Online")).as("allowed").isTrue();
            aliceStores("polite-block-bob.xml");
            assertThat(bob.sees("alice", "Offline")).as("politely blocked").isTrue();
            aliceStores("allow-bob.xml");
            assertThat(bob.sees("alice", "Online")).as("allowed again").isTrue();
            aliceStores("block-bob.xml");
            assertThat(bob.sees("alice", "Unknown")).as("blocked").isTrue();
        }
    }

    private Baresip baresip(String user, List<String> watched, String transport)
            throws IOException, InterruptedException {
        return Baresip.start(
                folder.resolve(user),
                user,
                watched,
                transport,
                proxy.orElseThrow().port());
    }

    private void aliceStores(String rules) throws IOException, InterruptedException {
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(running.orElseThrow().xcapRoot() + "/pres-rules/users/sip:alice@example.com/index"))
                .header("Content-Type", "application/auth-policy+xml")
                .PUT(HttpRequest.BodyPublishers.ofFile(RULES.resolve(rules)))
                .build();
        assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isBetween(200, 201);
    }

    private static Setting setting(String key, String value) {
        return new Setting(key, value, "test");
    }
}
