package presentry.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import presentry.demo.DemoConversation;
import presentry.demo.Surroundings;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.HostPort;
import presentry.launch.config.Setting;
import presentry.sip.transport.Transport;

/**
 * {@code presentry demo}: starts a server on free ports with an empty data folder of its own, lets alice, bob and carol
 * talk with it, and leaves nothing behind. Exit status 0 if every step was right, else 1.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a server and lets alice, bob and carol show what it does; takes seconds.")
final class DemoCommand implements Callable<Integer> {
    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Function<Config, StartResult> starter;

    /** @param starter starts the server with a configuration that was found valid */
    DemoCommand(Function<Config, StartResult> starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws IOException {
        // Read by logback.xml when the first logger is made: what the server logs would tear the story apart.
        System.setProperty("presentry.log", "WARN");
        Path data = Files.createTempDirectory("presentry-demo");
        try {
            return switch (starter.apply(configuration(data))) {
                case StartResult.Started started -> hold(started.server());
                case StartResult.Refused refused -> complain(refused.problems());
            };
        } finally {
            remove(data);
        }
    }

    private static Config configuration(Path data) {
        ConfigResult result = ConfigReader.read(
                Optional.empty(),
                List.of(
                        new Setting("sip.listen", "127.0.0.1:0", "demo"),
                        new Setting("http.listen", "127.0.0.1:0", "demo"),
                        new Setting("data", data.toString(), "demo")));
        return switch (result) {
            case ConfigResult.Valid valid -> valid.config();
            case ConfigResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static int hold(RunningServer server) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ServerTime time = ServerTime.ofTheMachine();
        try (ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor()) {
            HostPort sip = server.sip();
            Surroundings surroundings = new Surroundings(
                    new InetSocketAddress(sip.host(), sip.port()),
                    Transport.UDP,
                    time.sipTimer(),
                    time.clock(),
                    new SecureRandom(),
                    lookups,
                    PATIENCE);
            out.printf("A server speaks SIP at %s and XCAP at %s%n", sip, server.xcapRoot());
            return DemoConversation.hold(surroundings, server.xcapRoot(), out) ? RIGHT : WRONG;
        } finally {
            time.close().run();
            server.stop();
        }
    }

    private static int complain(List<String> problems) {
        problems.forEach(problem -> System.err.println("presentry: " + problem));
        return WRONG;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
