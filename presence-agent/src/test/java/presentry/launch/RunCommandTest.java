package presentry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import presentry.launch.config.Config;
import presentry.launch.config.HostPort;

/** What the options of {@code presentry run} mean, and how refusals are told. */
class RunCommandTest {
    private final List<Config> started = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = Main.commandLine(config -> {
                started.add(config);
                return new StartResult.Refused(List.of("127.0.0.1:5065 is taken by another program."));
            })
            .setErr(new PrintWriter(err, true));

    @Test
    void theOptionsNameTheirKeys() {
        command.execute(
                "run", "--sip", "[::1]:0", "--http", "localhost:0", "--data", "/tmp/x", "--domain", "a.example");

        Config config = started.getFirst();
        assertThat(config.sip().listen()).isEqualTo(new HostPort("::1", 0));
        assertThat(config.http().listen()).isEqualTo(new HostPort("localhost", 0));
        assertThat(config.data()).isEqualTo(Path.of("/tmp/x"));
        assertThat(config.domains()).containsExactly("a.example");
    }

    @Test
    void domainsAddUp() {
        command.execute("run", "--domain", "a.example", "--domain", "b.example");

        assertThat(started.getFirst().domains()).containsExactly("a.example", "b.example");
    }

    @Test
    void setReachesEveryKey() {
        command.execute("run", "--set", "mutual.linger=60", "--set", "message.next-hop=sip:a.example;transport=tcp");

        assertThat(started.getFirst().mutual().linger()).isEqualTo(Duration.ofMinutes(1));
        assertThat(started.getFirst().message().nextHop()).contains("sip:a.example;transport=tcp");
    }

    @Test
    void aServerThatCannotStartIsToldInASentenceWithStatus1() {
        int status = command.execute("run");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("presentry: 127.0.0.1:5065 is taken by another program.");
    }

    @Test
    void aWrongConfigurationIsToldInSentencesWithStatus2() {
        int status = command.execute("run", "--sip", "nowhere", "--set", "a.b=c");

        assertThat(status).isEqualTo(2);
        assertThat(started).isEmpty();
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("presentry: --"));
    }

    @Test
    void aSettingWithoutAValueIsToldWithStatus2() {
        assertThat(command.execute("run", "--set", "mutual.linger")).isEqualTo(2);
        assertThat(err.toString()).contains("--set takes KEY=VALUE");
    }

    @Test
    void anUnknownOptionIsToldWithStatus2() {
        assertThat(command.execute("run", "--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("--nonsense", "presentry run --help");
    }

    @Test
    void withoutACommandTheUseIsToldWithStatus2() {
        assertThat(command.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing");
    }
}
