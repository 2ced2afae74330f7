package presentry.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** A server with many stored documents, each of another user: whether it runs in little memory, and how fast it starts. */
final class StoredLoad {
    private static final String TYPE = "Content-Type: application/auth-policy+xml\r\n";

    private final List<String> command;
    private final int connections;
    private final PrintStream out;

    /** @param command starts the server on the data folder that is measured, which is empty at first */
    StoredLoad(List<String> command, int connections, PrintStream out) {
        this.command = command;
        this.connections = connections;
        this.out = out;
    }

    /** Starts the server on the empty folder, stores the documents, starts it again and reads them all. */
    void run(int documents) throws IOException {
        try (ServerProcess server = started("empty folder")) {
            Report report = new Report(out, server);
            report.rate("PUT, new, of so many users", http(server).hold(documents, 201, StoredLoad::put));
        }
        try (ServerProcess server = started(documents + " documents")) {
            Report report = new Report(out, server);
            report.rate("GET, of so many users", http(server).hold(documents, 200, StoredLoad::get));
            out.printf(
                    "%d documents, all read once: %d MiB of heap live, RSS %d MiB%n",
                    documents, server.liveBytes() >> 20, server.residentMebibytes());
        }
    }

    private ServerProcess started(String folder) throws IOException {
        long begun = System.nanoTime();
        ServerProcess server = ServerProcess.start(command);
        out.printf(
                "start, %s: %d ms until it is ready, %.1f s of CPU, RSS %d MiB%n",
                folder, (System.nanoTime() - begun) / 1_000_000, server.cpuSeconds(), server.residentMebibytes());
        return server;
    }

    private HttpTraffic http(ServerProcess server) throws IOException {
        return new HttpTraffic(server.address("http"), connections);
    }

    private static byte[] put(int user) {
        return HttpTraffic.request("PUT", path(user), TYPE, Documents.longRules(user));
    }

    private static byte[] get(int user) {
        return HttpTraffic.request("GET", path(user), "", "");
    }

    private static String path(int user) {
        return "/xcap-root/pres-rules/users/sip:keeper" + user + "@example.com/index";
    }
}
