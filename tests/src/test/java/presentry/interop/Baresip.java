package presentry.interop;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A baresip without sound and screen that watches others, told what to do over its control port. */
final class Baresip implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ASK_AGAIN_MILLIS = 100;

    /** Where the package of Debian puts them. */
    private static final List<Path> MODULES = List.of(Path.of("/usr/lib/baresip/modules"));

    private final Process process;
    private final Socket control;

    private Baresip(Process process, Socket control) {
        this.process = process;
        this.control = control;
    }

    /** Whether the program is installed. */
    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/baresip")) && modules().isPresent();
    }

    private static Optional<Path> modules() {
        return MODULES.stream().filter(Files::isDirectory).findFirst();
    }

    /**
     * Starts one.
     *
     * @param home an empty folder
     * @param user its user part and password
     * @param watched user parts of those it watches
     * @param transport udp or tcp
     * @param server the port of SIP on 127.0.0.1
     */
    static Baresip start(Path home, String user, List<String> watched, String transport, int server)
            throws IOException, InterruptedException {
        int sipPort = firstOfThreeFreePorts(); // it takes the next one too, for TLS
        int controlPort = sipPort + 2;
        Files.createDirectories(home);
        Files.writeString(home.resolve("config"), configuration(sipPort, controlPort));
        Files.writeString(
                home.resolve("accounts"),
                "<sip:%1$s@example.com;transport=%2$s>;auth_pass=%1$s;outbound=\"sip:127.0.0.1:%3$d;transport=%2$s\";regint=600;pubint=600%n"
                        .formatted(user, transport, server));
        Files.write(
                home.resolve("contacts"),
                watched.stream()
                        .map(one -> "\"%1$s\" <sip:%1$s@example.com>;presence=p2p".formatted(one))
                        .toList());
        Process process = new ProcessBuilder("/usr/bin/baresip", "-f", home.toString(), "-v")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        return new Baresip(process, connected(process, controlPort, home.resolve("log")));
    }

    private static String configuration(int sipPort, int controlPort) {
        Stream<String> modules = Stream.of("account", "contact", "menu", "presence", "ctrl_tcp");
        List<String> lines = new ArrayList<>(List.of(
                "sip_listen 127.0.0.1:" + sipPort,
                "module_path " + modules().orElseThrow(),
                "ctrl_tcp_listen 127.0.0.1:" + controlPort));
        modules.map(module -> "module_app " + module + ".so").forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static int firstOfThreeFreePorts() throws IOException {
        while (true) {
            int first;
            try (ServerSocket socket = listening(0)) {
                first = socket.getLocalPort();
            }
            if (isFree(first + 1) && isFree(first + 2)) {
                return first;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = listening(port)) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static Socket connected(Process process, int port, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    process.destroyForcibly();
                    throw new IOException("baresip does not start: " + Files.readString(log), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
            }
        }
    }

    /** Publishes that the user is there: {@code open}. */
    void goOnline() throws IOException {
        command("presence_online");
    }

    /** Publishes that he is not: {@code closed}. */
    void goOffline() throws IOException {
        command("presence_offline");
    }

    /** Waits until the line of a contact shows a state: Online, Offline or Unknown. */
    boolean sees(String contact, String state) throws IOException, InterruptedException {
        return comesToSay(
                "contacts",
                answer -> Stream.of(answer.split("\\\\n", -1))
                        .anyMatch(line -> line.contains(state) && line.contains("sip:" + contact + "@")));
    }

    /** Waits until its registration was accepted. */
    boolean isRegistered() throws IOException, InterruptedException {
        return comesToSay("reginfo", answer -> answer.contains("OK "));
    }

    private boolean comesToSay(String question, Predicate<String> expected) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!expected.test(command(question))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
        }
        return true;
    }

    /** Sends a command and returns the answer to it; events in between are passed over. */
    private String command(String command) throws IOException {
        String json = "{\"command\":\"" + command + "\"}";
        control.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
        String message = netstring(control.getInputStream());
        while (!message.contains("\"response\":true")) {
            message = netstring(control.getInputStream());
        }
        return message;
    }

    private static String netstring(InputStream in) throws IOException {
        int length = 0;
        for (int octet = in.read(); octet != ':'; octet = in.read()) {
            if (octet < '0' || octet > '9') {
                throw new IOException("baresip ended its control connection");
            }
            length = length * 10 + octet - '0';
        }
        byte[] octets = in.readNBytes(length + 1); // with the comma
        return new String(octets, 0, octets.length - 1, StandardCharsets.UTF_8);
    }

    /** Lets it end its subscriptions and its registration in its own way, and ends it. */
    @Override
    public void close() throws IOException {
        try {
            command("quit");
            control.close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
