package presentry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;

/** {@code presentry user}, with a server and without. */
class UserCommandTest {
    private static final String ALICE = "sip:alice@example.com";

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = Main.commandLine(
                    config -> new StartResult.Refused(List.of("no server is started here")))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void accountsAreMadeListedAndRemovedWithoutAServer() {
        assertThat(user("add", ALICE, "--password", "secret")).isEqualTo("sip:alice@example.com has an account now.");
        assertThat(user("list")).isEqualTo(ALICE);
        assertThat(user("add", ALICE, "--password", "other"))
                .isEqualTo("The password of sip:alice@example.com is another one now.");
        assertThat(user("remove", ALICE)).isEqualTo("sip:alice@example.com has no account any more.");
        assertThat(user("list")).isEmpty();
    }

    @Test
    void aRunningServerDoesTheWork() {
        RunningServer server = started();
        try {
            user("add", ALICE, "--password", "secret");

            assertThat(user("list")).isEqualTo(ALICE);
        } finally {
            server.stop();
        }
        assertThat(user("list")).isEqualTo(ALICE);
    }

    @Test
    void aRunningServerRefusesUsersOfOtherDomains() {
        RunningServer server = started();
        try {
            assertThat(user("add", "sip:alice@example.org", "--password", "secret"))
                    .contains("The domain example.org is not served here");
        } finally {
            server.stop();
        }
    }

    @Test
    void removingWhoHasNoAccountFails() {
        assertThat(command.execute("user", "remove", ALICE, "--data", data.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no account of sip:alice@example.com.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "sip:example.com", "tel:+15550100", "sip:alice@example.com:5070"})
    void whatNamesNoUserIsRefused(String uri) {
        assertThat(user("add", uri, "--password", "secret")).contains("is not the SIP URI of a user");
    }

    @Test
    void anEmptyPasswordIsRefused() {
        assertThat(user("add", ALICE, "--password", "")).contains("A password has 1 to 256 characters.");
    }

    @Test
    void aSubcommandIsNeeded() {
        assertThat(command.execute("user")).isEqualTo(2);
        assertThat(err.toString()).contains("one of add, list and remove is missing");
    }

    /** What the command says, on either stream. */
    private String user(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 3];
        all[0] = "user";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = data.toString();
        command.execute(all);
        return (out.toString() + err).strip();
    }

    private RunningServer started() {
        ConfigResult config = ConfigReader.read(
                Optional.empty(),
                List.of(
                        new Setting("data", data.toString(), "test"),
                        new Setting("sip.listen", "127.0.0.1:0", "test"),
                        new Setting("http.listen", "127.0.0.1:0", "test")));
        return switch (Wiring.start(((ConfigResult.Valid) config).config())) {
            case StartResult.Started started -> started.server();
            case StartResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
