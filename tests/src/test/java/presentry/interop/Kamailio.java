package presentry.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Kamailio with the configuration of {@code sample-docs/proxies}, but for its ports and places. */
final class Kamailio implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/kamailio");
    private static final Path SCHEMA = Path.of("/usr/share/kamailio/db_sqlite");
    private static final Path SAMPLE = Path.of("../sample-docs/proxies/kamailio.cfg");
    private static final Pattern COMMAND_END = Pattern.compile(";\\s*\n");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ASK_AGAIN_MILLIS = 100;

    private final Process process;
    private final int port;

    private Kamailio(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether the program and its module for SQLite are installed. */
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isDirectory(SCHEMA);
    }

    /** A port that is free on this machine. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts one.
     *
     * @param home an empty folder
     * @param port where it listens on 127.0.0.1, over UDP and TCP
     * @param presentry the port of SIP on 127.0.0.1
     * @param users user parts; each is the password, too
     */
    static Kamailio start(Path home, int port, int presentry, List<String> users)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(home);
        Path database = home.resolve("kamailio.sqlite");
        Path list = Files.writeString(home.resolve("presentry.list"), "1 sip:127.0.0.1:" + presentry + "\n");
        fill(database, users);
        Path file = Files.writeString(
                home.resolve("kamailio.cfg"),
                Files.readString(SAMPLE)
                        .replace("127.0.0.1:5060", "127.0.0.1:" + port)
                        .replace("/etc/kamailio/kamailio.sqlite", database.toString())
                        .replace("/etc/kamailio/presentry.list", list.toString()));
        Path log = home.resolve("log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-DD", "-E", "-f", file.toString(), "-m", "32")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Kamailio kamailio = new Kamailio(process, port);
        kamailio.awaitStart(log);
        return kamailio;
    }

    /** What docs/MIGRATING.md does with {@code sqlite3}. */
    private static void fill(Path database, List<String> users) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String part : List.of("standard-create.sql", "auth_db-create.sql")) {
                for (String command : COMMAND_END
                        .splitAsStream(Files.readString(SCHEMA.resolve(part)))
                        .toList()) {
                    statement.executeUpdate(command);
                }
            }
            for (String user : users) {
                statement.executeUpdate(
                        "INSERT INTO subscriber(username, domain, password) VALUES('%1$s', 'example.com', '%1$s')"
                                .formatted(user));
            }
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    close();
                    throw new IOException("Kamailio does not start: " + Files.readString(log), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
            }
        }
    }

    /** Where it listens. */
    int port() {
        return port;
    }

    /** Its first process ends the others. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
