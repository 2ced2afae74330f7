package presentry.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server in a process of its own, started from the class path of the tests.
 *
 * @param process runs
 * @param sip the port of SIP on 127.0.0.1
 * @param http the port of HTTP on 127.0.0.1
 * @param xcapRoot as the server says it
 */
record ServerProcess(Process process, int sip, int http, String xcapRoot) implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready sip=\\S+:(\\d+) http=\\S+:(\\d+) xcap-root=(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Starts it and waits until it is ready.
     *
     * @param sip the port for SIP; 0 for a free one
     * @param http the port for HTTP; 0 for a free one
     * @param log gets what the server writes to its standard error
     */
    static ServerProcess start(Path data, int sip, int http, Path log) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "presentry.launch.Main",
                "run",
                "--data",
                data.toString(),
                "--sip",
                "127.0.0.1:" + sip,
                "--http",
                "127.0.0.1:" + http);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            Matcher ready = ready(process);
            return new ServerProcess(
                    process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)), ready.group(3));
        } catch (ExecutionException | TimeoutException notReady) {
            process.destroyForcibly();
            throw new IOException("the server did not become ready; see " + log, notReady);
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    private static Matcher ready(Process process) throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<Matcher> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out = process.inputReader()) {
                String line = out.readLine();
                Matcher matcher = READY.matcher(line == null ? "nothing" : line);
                if (matcher.matches()) {
                    ready.complete(matcher);
                } else {
                    ready.completeExceptionally(new IOException("it said: " + line));
                }
            } catch (IOException gone) {
                ready.completeExceptionally(gone);
            }
        });
        return ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
