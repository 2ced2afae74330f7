package presentry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.launch.importing.XcapTable;

/** {@code presentry import} from SQLite files as the module db_sqlite of Kamailio and OpenSIPS writes them. */
class ImportCommandTest {
    private static final String RULES = """
        <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
          <rule id="a">
            <conditions><identity><one id="sip:%s@example.com"/></identity></conditions>
            <actions><pr:sub-handling>%s</pr:sub-handling></actions>
          </rule>%s
        </ruleset>
        """;
    private static final String ALLOW_BOB = RULES.formatted("bob", "allow", "");
    private static final String BLOCK_BOB = RULES.formatted("bob", "block", "");
    private static final String LISTS = "<resource-lists xmlns=\"urn:ietf:params:xml:ns:resource-lists\"/>";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = Main.commandLine(
                    config -> new StartResult.Refused(List.of("no server is started here")))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    private String url;

    @BeforeEach
    void nameTheDatabase() {
        url = "jdbc:sqlite:" + folder.resolve("kamailio.sqlite");
    }

    @Test
    void documentsAreTakenAndEachUserIsTold() throws SQLException {
        table().with(1, "alice", 2, "/xcap-root/pres-rules/users/sip:alice@example.com/index", BLOCK_BOB)
                .with(2, "bob", 4, "/xcap-root/resource-lists/users/sip:bob@example.com/index", LISTS)
                .close();

        int status = importing("kamailio");

        assertThat(out.toString().lines())
                .containsExactly(
                        "sip:alice@example.com",
                        "  pres-rules/index: taken",
                        "sip:bob@example.com",
                        "  resource-lists/index: taken",
                        "2 taken, 0 kept, 0 refused");
        assertThat(status).isZero();
    }

    @Test
    void whyAnswersBeforeTheServerWasStartedOnWhatIsTaken() throws SQLException {
        table().with(1, "alice", 2, "/xcap-root/pres-rules/users/sip:alice@example.com/index", BLOCK_BOB)
                .close();
        importing("kamailio");

        int status = command.execute(
                "why",
                "--data",
                folder.resolve("data").toString(),
                "--presentity",
                "sip:alice@example.com",
                "--watcher",
                "sip:bob@example.com");

        assertThat(out.toString()).contains("block: a rule says so");
        assertThat(status).isZero();
    }

    @Test
    void whatAPutWouldRefuseIsRefusedWithTheReasonAndTheRestIsTaken() throws SQLException {
        table().with(1, "alice", 2, "index", "<ruleset")
                .with(2, "alice", 4, "index", "<lists/>")
                .with(3, "alice", 64, "index", "<x/>")
                .with(4, "alice", 16, "a/~~/b", "<x/>")
                .with(5, "alice", 2, "good", ALLOW_BOB)
                .with(6, "", 2, "index", ALLOW_BOB)
                .close();

        int status = importing("openxcap");

        assertThat(out.toString())
                .contains("  pres-rules/index: refused: not-well-formed: line 1")
                .contains("  resource-lists/index: refused: schema-validation-error: ")
                .contains("  org.openmobilealliance.pres-content/index: refused: this server has no application usage")
                .contains("  pidf-manipulation/a/~~/b: refused: ")
                .contains("  pres-rules/good: taken")
                .contains("@example.com\n  index: refused: nobody can be called so")
                .contains("1 taken, 0 kept, 5 refused");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void usersOfDomainsThatAreNotServedAreRefused() throws SQLException {
        table().with(1, "alice", 2, "index", ALLOW_BOB).close();

        importing("opensips", "--domain", "example.org");

        assertThat(out.toString()).contains("the domain example.com is not served here: add it to `domains`");
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() throws SQLException {
        table().with(1, "alice", 2, "index", ALLOW_BOB).close();

        importing("opensips", "--dry-run");
        assertThat(out.toString())
                .contains("  pres-rules/index: taken")
                .contains("nothing was changed; it would be: 1 taken");

        importing("opensips", "--dry-run");
        assertThat(out.toString()).doesNotContain("kept:");
    }

    @Test
    void aDocumentThatIsHereStaysUnlessItIsToBeReplaced() throws SQLException {
        table().with(1, "alice", 2, "index", ALLOW_BOB).close();
        importing("opensips");

        assertThat(importing("opensips")).isZero();
        assertThat(out.toString()).contains("  pres-rules/index: kept: there is one here already");

        importing("opensips", "--replace");
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("1 taken, 0 kept, 0 refused");
    }

    @Test
    void oddRulesAreToldWithTheUserWhoHasThem() throws SQLException {
        String blockedAndAllowed = RULES.formatted(
                "bob",
                "block",
                "<rule id=\"b\"><conditions><identity><one id=\"sip:bob@example.com\"/></identity></conditions>"
                        + "<actions><pr:sub-handling>allow</pr:sub-handling></actions></rule>");
        table().with(1, "alice", 2, "index", blockedAndAllowed)
                .with(2, "carol", 2, "index", BLOCK_BOB)
                .close();

        importing("opensips");

        assertThat(out.toString().lines().toList())
                .anySatisfy(line -> assertThat(line).startsWith("  pres-rules/index:2: warning: "));
        assertThat(out.toString().substring(out.toString().indexOf("sip:carol")))
                .doesNotContain("warning");
    }

    @Test
    void theServerOfTheFolderMustBeStopped() throws SQLException {
        table().with(1, "alice", 2, "index", ALLOW_BOB).close();
        RunningServer server = started();
        try {
            assertThat(importing("opensips")).isEqualTo(1);
        } finally {
            server.stop();
        }
        assertThat(err.toString()).contains("in use by another server: stop that server");
    }

    @Test
    void aFileThatIsMissingIsToldAndNotMade() {
        assertThat(importing("opensips")).isEqualTo(1);

        assertThat(err.toString()).contains("The documents cannot be read from the table xcap");
        assertThat(folder.resolve("kamailio.sqlite")).doesNotExist();
    }

    @Test
    void anotherKindOfDatabaseIsRefusedBeforeAnythingIsTried() {
        url = "jdbc:oracle:thin:@localhost";

        assertThat(importing("opensips")).isEqualTo(2);
        assertThat(err.toString()).contains("must begin with jdbc:postgresql:");
    }

    private XcapTable table() throws SQLException {
        return new XcapTable(url, "", "BLOB");
    }

    private int importing(String origin, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("import", origin, url, "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(String[]::new));
    }

    private RunningServer started() {
        ConfigResult config = ConfigReader.read(
                Optional.empty(),
                List.of(
                        new Setting("data", folder.resolve("data").toString(), "test"),
                        new Setting("sip.listen", "127.0.0.1:0", "test"),
                        new Setting("http.listen", "127.0.0.1:0", "test")));
        return ((StartResult.Started) Wiring.start(((ConfigResult.Valid) config).config())).server();
    }
}
