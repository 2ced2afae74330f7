package presentry.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.launch.Main;
import presentry.launch.config.HostPort;

/** A server in a process of its own, which can be killed. Its time is that of the world. */
final class ChildServer implements ScenarioServer {
    private static final Pattern READY = Pattern.compile("ready sip=(\\S+) http=(\\S+) xcap-root=(\\S+)");
    private static final long SECONDS_TO_END = 10;

    private final ScenarioSettings settings;
    private final Path log;
    private Process process;
    private Ready ready;

    /** What the server says when it accepts traffic. */
    private record Ready(HostPort sip, HostPort http, String xcapRoot) {}

    /** @param log gets what the server writes to its standard error */
    ChildServer(ScenarioSettings settings, Path log) throws IOException {
        this.settings = settings;
        this.log = log;
        this.process = start(settings);
        this.ready = awaitReady();
    }

    @Override
    public InetSocketAddress sip() {
        return new InetSocketAddress(ready.sip().host(), ready.sip().port());
    }

    @Override
    public String xcapRoot() {
        return ready.xcapRoot();
    }

    @Override
    public void timePasses(Duration duration) {
        throw new AssertionError("the time of a server that will be killed cannot be moved");
    }

    @Override
    public void wallClockIsSet(Duration ahead) {
        throw new AssertionError("the clock of a server that will be killed cannot be set");
    }

    @Override
    public void settle() {
        throw new AssertionError("a server that will be killed cannot be asked whether it rests");
    }

    @Override
    public void startAgain() throws IOException {
        kill();
        process = start(settings.on(ready.sip(), ready.http()));
        ready = awaitReady();
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    private void kill() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IOException("the server did not end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(ScenarioSettings with) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run"));
        command.addAll(with.options());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Ready awaitReady() throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher words = READY.matcher(line);
            if (words.matches()) {
                return new Ready(hostPort(words, 1), hostPort(words, 2), ScenarioReader.group(words, 3));
            }
        }
        throw new IOException("the server ended before it was ready; its log is " + log);
    }

    private static HostPort hostPort(Matcher words, int group) {
        return HostPort.parse(ScenarioReader.group(words, group)).orElseThrow();
    }
}
