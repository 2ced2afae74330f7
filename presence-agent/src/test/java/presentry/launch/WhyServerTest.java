package presentry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import presentry.demo.Content;
import presentry.demo.Surroundings;
import presentry.demo.UserAgent;
import presentry.demo.XcapClient;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.schemas.MediaTypes;
import presentry.sip.transport.Transport;

/** {@code presentry why} about the users of a server, from its data folder. */
class WhyServerTest {
    private static final String ALICE = "sip:alice@example.com";
    private static final String BOB = "sip:bob@example.com";
    private static final String CAROL = "sip:carol@example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path SAMPLES = Path.of("../sample-docs");

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = Main.commandLine(
                    config -> new StartResult.Refused(List.of("no server is started here")))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    private final ServerTime time = ServerTime.ofTheMachine();
    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    private RunningServer server;

    @BeforeEach
    void start() {
        ConfigResult config = ConfigReader.read(
                Optional.empty(),
                List.of(
                        new Setting("data", data.toString(), "test"),
                        new Setting("policy.oma", "true", "test"),
                        new Setting("sip.listen", "127.0.0.1:0", "test"),
                        new Setting("http.listen", "127.0.0.1:0", "test")));
        server = switch (Wiring.start(((ConfigResult.Valid) config).config())) {
            case StartResult.Started started -> started.server();
            case StartResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    @AfterEach
    void stop() {
        server.stop();
        lookups.close();
        time.close().run();
    }

    private void store(String path, String type, String sample) throws IOException {
        try (XcapClient client = new XcapClient(server.xcapRoot(), PATIENCE)) {
            var content = new Content(type, Files.readString(SAMPLES.resolve(sample)));
            assertThat(client.put(path, content, Map.of()).statusCode()).isEqualTo(201);
        }
    }

    private void storeRules(String owner, String sample) throws IOException {
        store("pres-rules/users/" + owner + "/index", MediaTypes.AUTH_POLICY_XML, sample);
    }

    private UserAgent agent(String user) {
        var sip = new InetSocketAddress(server.sip().host(), server.sip().port());
        return new UserAgent(
                user, new Surroundings(sip, Transport.UDP, time.sipTimer(), new SecureRandom(), lookups, PATIENCE));
    }

    private void publish(String user, String sample) throws IOException {
        try (UserAgent agent = agent(user)) {
            byte[] body = Files.readString(SAMPLES.resolve(sample)).getBytes(StandardCharsets.UTF_8);
            var request = agent.request("PUBLISH", user)
                    .header("Event", "presence")
                    .body(MediaTypes.PIDF_XML, body)
                    .build();
            assertThat(agent.send(request).status()).isEqualTo(200);
        }
    }

    private void watch(String watcher, String presentity) {
        try (UserAgent agent = agent(watcher)) {
            assertThat(agent.watch(presentity, "presence")
                            .send(Duration.ofHours(1))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** What the command says about a presentity and a watcher. */
    private List<String> why(String presentity, String watcher, String... more) {
        out.getBuffer().setLength(0);
        String[] arguments = Stream.concat(
                        Stream.of("why", "--data", data.toString(), "--presentity", presentity, "--watcher", watcher),
                        Stream.of(more))
                .toArray(String[]::new);
        assertThat(command.execute(arguments)).as(err.toString()).isZero();
        return out.toString().lines().toList();
    }

    @Test
    void rulesAndTheirLinesAreReadFromTheFolderOfARunningServer() throws IOException {
        storeRules(ALICE, "rules/allow-bob.xml");

        assertThat(why(ALICE, BOB))
                .startsWith("allow: a rule says so")
                .contains(
                        "  rule `allow-bob` of pres-rules/index, line 4: decides",
                        "  rule documents: pres-rules/index",
                        "  is sent: that the presentity is away, as it publishes nothing");
    }

    @Test
    void rulesOfBothUsagesCount() throws IOException {
        storeRules(ALICE, "rules/allow-bob.xml");
        store(
                "org.openmobilealliance.pres-rules/users/" + ALICE + "/pres-rules",
                MediaTypes.AUTH_POLICY_XML,
                "rules/block-bob.xml");

        assertThat(why(ALICE, BOB))
                .contains("  rule documents: pres-rules/index, org.openmobilealliance.pres-rules/pres-rules");
    }

    @Test
    void whatIsPublishedIsShownAsTheWatcherSeesIt() throws IOException {
        storeRules(ALICE, "rules/allow-bob-at-work.xml");
        publish(ALICE, "presence/at-work.xml");

        assertThat(why(ALICE, BOB))
                .startsWith("allow: a rule says so")
                .contains("  sphere of the presentity: work", "  is sent:")
                .anyMatch(line -> line.contains("<basic>open</basic>"));
    }

    @Test
    void anotherSphereMayBeTried() throws IOException {
        storeRules(ALICE, "rules/allow-bob-at-work.xml");
        publish(ALICE, "presence/at-work.xml");

        assertThat(why(ALICE, BOB, "--sphere", "home"))
                .startsWith("confirm: no rule speaks: mutual default, the presentity does not watch the watcher")
                .contains("  sphere of the presentity: home", "  is sent: nothing, the subscription waits");
    }

    @Test
    void whomThePresentityWatchesIsAllowedByTheMutualDefaultUntilItEnds() throws IOException {
        storeRules(ALICE, "rules/allow-bob.xml");
        watch(ALICE, CAROL);

        assertThat(why(ALICE, CAROL))
                .startsWith("allow: no rule speaks: mutual default, the presentity watches the watcher")
                .anyMatch(line -> line.startsWith("  the presentity watches the watcher: yes, until 2"))
                .anyMatch(line -> line.startsWith("  until: 2"));
        assertThat(why(ALICE, CAROL, "--at", "2130-01-01T00:00:00Z"))
                .first()
                .isEqualTo(why(ALICE, "sip:dave@example.com").getFirst());
    }

    @Test
    void theDefaultIsThatOfTheConfiguration() throws IOException {
        storeRules(ALICE, "rules/allow-bob.xml");

        assertThat(why(ALICE, CAROL, "--set", "policy.default=rfc"))
                .startsWith(
                        "block: no rule speaks: there are rules, and silence means block (RFC 5025, section 3.2.1)");
    }

    @Test
    void listsOfTheServerCount() throws IOException {
        storeRules(ALICE, "rules/allow-friends-list.xml");
        store("resource-lists/users/" + ALICE + "/index", MediaTypes.RESOURCE_LISTS_XML, "lists/friends-bob.xml");

        assertThat(why(ALICE, "sip:dave@example.com", "--set", "policy.oma=true"))
                .startsWith("allow: a rule says so")
                .contains("    line 7: yes, the watcher is on the list, which names 2");
    }

    @Test
    void rulesOfMessagesAreExplained() throws IOException {
        store("im-rules/users/" + ALICE + "/im-rules.xml", MediaTypes.AUTH_POLICY_XML, "rules/im-block-bob.xml");

        assertThat(why(ALICE, BOB, "--usage", "im-rules")).startsWith("block: a rule says so");
    }

    @Test
    void everybodyMaySeeHimself() throws IOException {
        storeRules(ALICE, "rules/block-bob.xml");

        assertThat(why(ALICE, ALICE))
                .containsExactly("allow: everybody may see and write to himself, whatever the rules say");
    }

    @Test
    void aServerThatWasStoppedIsExplainedToo() throws IOException {
        storeRules(ALICE, "rules/allow-bob.xml");
        server.stop();

        assertThat(why(ALICE, BOB)).startsWith("allow: a rule says so");
    }

    @Test
    void lookingDoesNotKeepAServerFromStarting() throws IOException {
        storeRules(ALICE, "rules/allow-bob.xml");
        server.stop();
        why(ALICE, BOB);

        start();

        assertThat(why(ALICE, BOB)).startsWith("allow: a rule says so");
    }

    @Test
    void aPresentityOfWhomNothingIsStoredIsAnError() {
        assertThat(refused("--data", data.toString(), "--presentity", "sip:zoe@example.com"))
                .contains("nothing is stored of sip:zoe@example.com");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThat(refused("--data", data.resolve("none").toString(), "--presentity", ALICE))
                .contains("There is no folder");
    }

    @Test
    void aFolderWithoutADatabaseIsAnError(@TempDir Path empty) {
        assertThat(refused("--data", empty.toString(), "--presentity", ALICE)).contains("holds no database");
    }

    @Test
    void aPresentityWithoutASchemeIsAnError() {
        assertThat(refused("--data", data.toString(), "--presentity", "alice@example.com"))
                .contains("`alice@example.com` is no URI; write it with its scheme");
    }

    @Test
    void eitherFilesOrAPresentityMustBeGiven() {
        assertThat(refused()).contains("give either --rules with files, or --presentity");
    }

    private String refused(String... arguments) {
        String[] all = Stream.concat(Stream.of("why", "--watcher", BOB), Stream.of(arguments))
                .toArray(String[]::new);
        assertThat(command.execute(all)).isEqualTo(2);
        return err.toString();
    }
}
