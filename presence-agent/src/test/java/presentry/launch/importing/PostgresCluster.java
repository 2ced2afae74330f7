package presentry.launch.importing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own in a temporary folder, on a free port of this machine, for as long as a test needs it. It refuses to
 * run as root, who therefore lets {@code nobody} run it.
 */
public final class PostgresCluster implements AutoCloseable {
    /** The user of the database; nobody needs a password. */
    public static final String USER = "kamailio";

    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where the programs of PostgreSQL are; empty where it is not installed. */
    public static Optional<Path> programs() {
        Stream<Path> onThePath = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(versions(), onThePath)
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static Stream<Path> versions() {
        Path installed = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(installed)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(installed)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one. */
    public static PostgresCluster start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("presentry-postgres");
        if (ROOT) {
            execute(List.of("chown", "nobody", folder.toString()));
        }
        PostgresCluster cluster = new PostgresCluster(programs, folder, freePort());
        cluster.run("initdb", "--username=" + USER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C");
        cluster.run(
                "pg_ctl",
                "start",
                "--wait",
                "--log=" + folder.resolve("log"),
                "--options=-p " + cluster.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        return cluster;
    }

    /** For JDBC. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", "nobody", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of("-D", folder.resolve("data").toString()));
        command.addAll(List.of(arguments));
        execute(command);
    }

    private static void execute(List<String> command) throws IOException {
        Path output = Files.createTempFile("presentry-postgres", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            Files.delete(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "stop", "--mode=immediate", "--wait");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
