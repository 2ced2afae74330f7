package presentry.launch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code why --rules} and {@code lint} judge as the server does whose configuration they are given. */
class ServerOptionsTest {
    private static final String OMA = "../sample-docs/rules/allow-known-block-anonymous.xml";
    private static final String BLOCK_BOB = "../sample-docs/rules/block-bob.xml";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lint(String... arguments) {
        return execute(new LintCommand(Instant::now), arguments);
    }

    private int why(String... arguments) {
        return execute(new WhyCommand(Instant::now, (question, use) -> Optional.of("no server is asked")), arguments);
    }

    private int execute(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void lintFindsConditionsOfOmasWhereTheServerDoesNotObeyThem() {
        int status = lint(OMA);

        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).contains("(policy.oma)");
    }

    @Test
    void lintFindsNothingWhereTheServerObeysThem() {
        int status = lint("--set", "policy.oma=true", OMA);

        assertThat(out.toString().strip()).isEqualTo("nothing found");
        assertThat(status).isZero();
    }

    @Test
    void whyTakesTheDefaultOfTheFileWhereNoRuleSpeaks() throws IOException {
        Path file = Files.write(folder.resolve("my.toml"), List.of("[policy]", "default = \"allow\""));

        int status = why("--rules", BLOCK_BOB, "--watcher", "sip:carol@example.com", "--config", file.toString());

        assertThat(out.toString()).startsWith("allow: no rule speaks: default of the server");
        assertThat(status).isZero();
    }

    @Test
    void whatIsNoKeyAndNoValueIsRefused() {
        int status = why("--rules", BLOCK_BOB, "--watcher", "sip:carol@example.com", "--set", "policy.default");

        assertThat(err.toString()).startsWith("presentry: --set takes KEY=VALUE");
        assertThat(status).isEqualTo(2);
    }
}
