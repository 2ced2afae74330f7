package presentry.launch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;

/**
 * {@code presentry run}: reads the configuration, starts the server, says {@code ready} and stays until it is told to
 * stop. Exit status 2 if the configuration is refused, 1 if the server cannot start on this machine.
 */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the XCAP server and the presence agent in one process until it is told to stop.")
final class RunCommand implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int WRONG_CONFIGURATION = 2;

    private final Function<Config, StartResult> starter;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", paramLabel = "FILE", description = "A TOML file; docs/OPERATIONS.md lists its keys.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--sip", paramLabel = "HOST:PORT", description = "Where SIP requests arrive; port 0: a free one.")
    private Optional<String> sip = Optional.empty();

    @Option(names = "--http", paramLabel = "HOST:PORT", description = "Where HTTP requests arrive; port 0: a free one.")
    private Optional<String> http = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of everything stored.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--domain", paramLabel = "NAME", description = "A domain served here; may be given again.")
    private List<String> domains = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any key of the configuration; goes first.")
    private List<String> assignments = new ArrayList<>();

    /** @param starter starts the server with a configuration that was found valid */
    RunCommand(Function<Config, StartResult> starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (ConfigReader.read(file, settings())) {
            case ConfigResult.Refused refused -> complain(refused.problems(), WRONG_CONFIGURATION);
            case ConfigResult.Valid valid -> {
                say(valid.remarks());
                yield switch (starter.apply(valid.config())) {
                    case StartResult.Refused refused -> complain(refused.problems(), CANNOT_START);
                    case StartResult.Started started -> serve(started.server());
                };
            }
        };
    }

    /** What the options say, in the order in which the later one goes before the earlier. */
    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        sip.ifPresent(value -> settings.add(new Setting("sip.listen", value, "--sip")));
        http.ifPresent(value -> settings.add(new Setting("http.listen", value, "--http")));
        data.ifPresent(value -> settings.add(new Setting("data", value, "--data")));
        if (!domains.isEmpty()) {
            settings.add(new Setting("domains", String.join(",", domains), "--domain"));
        }
        assignments.forEach(assignment -> settings.add(setting(assignment)));
        return settings;
    }

    private Setting setting(String assignment) {
        return Setting.assigned(assignment)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--set takes KEY=VALUE, as in --set mutual.linger=60; not `" + assignment + "`"));
    }

    private int complain(List<String> problems, int status) {
        say(problems);
        return status;
    }

    private void say(List<String> sentences) {
        PrintWriter err = spec.commandLine().getErr();
        sentences.forEach(sentence -> err.println("presentry: " + sentence));
    }

    /** Waits for the signal that ends the process; its hook stops the server. */
    private int serve(RunningServer server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        PrintWriter out = spec.commandLine().getOut();
        String https = server.https().map(place -> " https=" + place).orElse("");
        out.printf("ready sip=%s http=%s xcap-root=%s%s%n", server.sip(), server.http(), server.xcapRoot(), https);
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
