package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import presentry.demo.Content;
import presentry.demo.Notification;
import presentry.demo.Surroundings;
import presentry.demo.UserAgent;
import presentry.demo.Watching;
import presentry.demo.XcapClient;
import presentry.launch.ServerTime;
import presentry.schemas.MediaTypes;
import presentry.sip.message.SipResponse;
import presentry.sip.transport.Transport;

/** The disk of a running server has no room left, and then has some again. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String ANN = "sip:ann@example.com";
    private static final String BEN = "sip:ben@example.com";
    private static final String RULES_OF_BEN = "pres-rules/users/" + BEN + "/index";

    private final ServerTime time = ServerTime.ofTheMachine();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void closeAll() throws Exception {
        threads.shutdownNow();
        for (AutoCloseable part : open) {
            part.close();
        }
        http.close();
        time.close().run();
    }

    /** ARCHITECTURE, rule 7; RFC 3261, section 21.5.1, and RFC 9110, section 15.6.4, for Retry-After. */
    @Test
    void writesAreRefusedAndAllElseGoesOnUntilThereIsRoom() throws Exception {
        Optional<SmallDisk> disk = SmallDisk.mounted(folder.resolve("disk"));
        assumeTrue(disk.isPresent(), "skipped: this user may not mount a small disk");
        open.push(disk.get());
        ServerProcess server = ServerProcess.start(folder.resolve("disk/data"), 0, 0, folder.resolve("server.log"));
        open.push(server);
        XcapClient documents = new XcapClient(server.xcapRoot(), PATIENCE);
        open.push(documents);
        UserAgent ann = agent(ANN, server);
        UserAgent ben = agent(BEN, server);
        assertThat(documents.put(RULES_OF_BEN, allowingAnn(1), Map.of()).statusCode())
                .isEqualTo(201);
        Watching watching = ann.watch(BEN, "presence");
        assertThat(watching.send(AN_HOUR).status()).isEqualTo(200);
        watching.next();

        disk.get().fill();

        HttpResponse<String> refused = putUntilRefused(documents);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(ready(server).statusCode()).isEqualTo(503);
        assertThat(ready(server).body()).contains("the disk takes no writes");
        assertThat(documents.get(RULES_OF_BEN, Map.of()).statusCode()).isEqualTo(200);
        SipResponse notStored = refreshUntilRefused(watching);
        assertThat(notStored.status()).isEqualTo(500);
        assertThat(notStored.headers().first("Retry-After")).isPresent();

        disk.get().empty();

        while (ready(server).statusCode() != 200) {
            Thread.onSpinWait();
        }
        assertThat(documents.put(RULES_OF_BEN, allowingAnn(400), Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(watching.send(AN_HOUR).status()).isEqualTo(200);
        assertThat(publish(ben).status()).isEqualTo(200);
        assertThat(nextThatShowsSomething(watching)).contains("<basic>open");
    }

    private HttpResponse<String> putUntilRefused(XcapClient documents) {
        while (true) {
            HttpResponse<String> response = documents.put(RULES_OF_BEN, allowingAnn(400), Map.of());
            if (response.statusCode() / 100 != 2) {
                return response;
            }
        }
    }

    private static SipResponse refreshUntilRefused(Watching watching) {
        while (true) {
            SipResponse response = watching.send(AN_HOUR);
            if (response.status() != 200) {
                return response;
            }
        }
    }

    private static String nextThatShowsSomething(Watching watching) {
        while (true) {
            Notification next = watching.next();
            String body = new String(next.request().body(), StandardCharsets.UTF_8);
            if (body.contains("<basic>open")) {
                return body;
            }
        }
    }

    private HttpResponse<String> ready(ServerProcess server) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.http() + "/health/ready");
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static SipResponse publish(UserAgent agent) {
        return agent.send(agent.request("PUBLISH", agent.uri())
                .header("Event", "presence")
                .header("Expires", "3600")
                .body(MediaTypes.PIDF_XML, """
                    <presence xmlns="urn:ietf:params:xml:ns:pidf" entity="%s">
                      <tuple id="t"><status><basic>open</basic></status></tuple>
                    </presence>
                    """.formatted(agent.uri()).getBytes(StandardCharsets.UTF_8))
                .build());
    }

    /** @param rules how many there are; all but one are about strangers */
    private static Content allowingAnn(int rules) {
        StringBuilder text = new StringBuilder("""
            <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
            """);
        for (int number = 0; number < rules; number++) {
            text.append("""
                <rule id="r%d">
                  <conditions><identity><one id="%s"/></identity></conditions>
                  <actions><pr:sub-handling>allow</pr:sub-handling></actions>
                  <transformations>
                    <pr:provide-services><pr:all-services/></pr:provide-services>
                    <pr:provide-note>true</pr:provide-note>
                  </transformations>
                </rule>
                """.formatted(number, number == 0 ? ANN : "sip:stranger" + number + "@example.com"));
        }
        return new Content(MediaTypes.AUTH_POLICY_XML, text.append("</ruleset>").toString());
    }

    private UserAgent agent(String uri, ServerProcess server) {
        UserAgent agent = new UserAgent(
                uri,
                new Surroundings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.sip()),
                        Transport.UDP,
                        time.sipTimer(),
                        new SecureRandom(),
                        threads,
                        PATIENCE));
        open.push(agent);
        return agent;
    }
}
