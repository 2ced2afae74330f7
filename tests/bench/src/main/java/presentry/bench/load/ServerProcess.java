package presentry.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, and what it costs. Linux only: reads /proc. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready .*");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final int LONGEST_STOP_SECONDS = 10;

    private final Process process;
    private final String ready;

    private ServerProcess(Process process, String ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Starts a command that prints one line when it is ready; what it logs is thrown away. */
    static ServerProcess start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (READY.matcher(line).matches()) {
                return new ServerProcess(process, line);
            }
        }
        throw new IOException("not started: " + String.join(" ", command));
    }

    /** Where it listens for {@code protocol}: sip or http. */
    InetSocketAddress address(String protocol) throws IOException {
        Matcher place = Pattern.compile(protocol + "=\\S+:(\\d+)").matcher(ready);
        if (!place.find()) {
            throw new IOException("no address of " + protocol + " in: " + ready);
        }
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(place.group(1)));
    }

    long pid() {
        return process.pid();
    }

    /** Used by the process so far, in seconds. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** Resident, in mebibytes. */
    long residentMebibytes() throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
    }

    /** Octets of all objects that are still reachable; collects garbage before. */
    long liveBytes() throws IOException {
        String histogram = jcmd("GC.class_histogram");
        Matcher live = LIVE.matcher(histogram);
        if (!live.find()) {
            throw new IOException("jcmd said: " + histogram);
        }
        return Long.parseLong(live.group(1));
    }

    private String jcmd(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(arguments));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(asked.getInputStream().readAllBytes());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
