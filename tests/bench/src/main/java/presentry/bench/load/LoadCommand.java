package presentry.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a server with an empty data folder, drives it, prints a line for each figure and stops it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures a server on this machine and prints one line for each figure.")
final class LoadCommand implements Callable<Integer> {
    /** What is measured. */
    enum Part {
        PUBLISH,
        SUBSCRIBE,
        FANOUT,
        MEMORY,
        HTTP,
        STORED
    }

    private enum Transport {
        UDP,
        TCP
    }

    private static final int SOCKETS = 16;
    private static final int PRESENTITIES = 1_000;
    /** As long as a transaction over UDP is remembered (RFC 3261, timers J and K), and some. */
    private static final int REST_SECONDS = 40;

    @Option(names = "--server", paramLabel = "COMMAND", description = "Starts the server; words by spaces.")
    private String server = "./presentry";

    @Option(names = "--transport", description = "UDP or TCP.")
    private Transport transport = Transport.UDP;

    @Option(names = "--outstanding", paramLabel = "N", description = "Requests under way at a time.")
    private int outstanding = 64;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests begun per second, answered or not; 0: closed loop.")
    private int rate;

    @Option(names = "--count", paramLabel = "N", description = "Requests of each kind.")
    private int count = 10_000;

    @Option(names = "--watchers", paramLabel = "N", description = "Watchers of the one user of the fan-out.")
    private int watchers = 1_000;

    @Option(names = "--idle", paramLabel = "N", description = "Subscriptions whose memory is measured.")
    private int idle = 10_000;

    @Option(names = "--documents", paramLabel = "N", description = "Documents of the part STORED.")
    private int documents = 10_000;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private List<Part> parts = List.of(Part.values());

    private LoadCommand() {}

    /** Exit status 0 when all was measured. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new LoadCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("presentry-load");
        List<String> command = new ArrayList<>(List.of(server.split(" ")));
        command.addAll(List.of("run", "--sip", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", data.toString()));
        try {
            if (parts.contains(Part.STORED)) {
                new StoredLoad(command, outstanding, System.out).run(documents);
            }
            if (!parts.equals(List.of(Part.STORED))) {
                drive(command);
            }
        } finally {
            remove(data);
        }
        return 0;
    }

    private void drive(List<String> command) throws IOException {
        try (ServerProcess running = ServerProcess.start(command);
                Sockets sockets = sockets(running)) {
            System.out.println("server " + running.pid() + ", " + transport + ", "
                    + (rate > 0 ? rate + " requests/s" : outstanding + " outstanding") + ", " + count
                    + " of each kind");
            measure(running, sockets);
        }
    }

    private Sockets sockets(ServerProcess running) throws IOException {
        return switch (transport) {
            case UDP -> new UdpSockets(running.address("sip"), SOCKETS);
            case TCP -> new TcpSockets(running.address("sip"), SOCKETS);
        };
    }

    private void measure(ServerProcess running, Sockets sockets) throws IOException {
        Report report = new Report(System.out, running);
        Traffic traffic = new Traffic(sockets);
        RequestWriter writer = new RequestWriter(sockets);
        HttpTraffic http = new HttpTraffic(running.address("http"), outstanding);
        Pace pace = rate > 0 ? Pace.open(rate) : Pace.closed(outstanding);
        SubscribeLoad subscribing = new SubscribeLoad(sockets, traffic, writer, report, PRESENTITIES);
        if (parts.contains(Part.PUBLISH)) {
            new PublishLoad(sockets, traffic, writer, report, Pace.closed(outstanding), count).run("warm-up: ");
            new PublishLoad(sockets, traffic, writer, report, pace, count).run("");
        }
        if (parts.contains(Part.SUBSCRIBE) || parts.contains(Part.MEMORY)) {
            furnish(traffic, writer, http, report);
        }
        if (parts.contains(Part.SUBSCRIBE)) {
            subscribing.run("warm-up: ", count, Pace.closed(outstanding));
            subscribing.run("", count, pace);
        }
        if (parts.contains(Part.FANOUT)) {
            new FanOutLoad(sockets, traffic, writer, http, report, watchers).run(20);
        }
        if (parts.contains(Part.MEMORY)) {
            memory(running, traffic, subscribing, report, "who watch each other", subscribing::friend);
            memory(running, traffic, subscribing, report, "who watch only", SubscribeLoad::stranger);
        }
        if (parts.contains(Part.HTTP)) {
            http(http, report);
        }
    }

    /** Gives each presentity rules and a publication. */
    private void furnish(Traffic traffic, RequestWriter writer, HttpTraffic http, Report report) throws IOException {
        String rules = Documents.rules("allow");
        report.rate(
                "PUT of rules",
                http.hold(
                        PRESENTITIES,
                        201,
                        number -> HttpTraffic.request(
                                "PUT",
                                "/xcap-root/pres-rules/users/sip:" + SubscribeLoad.presentity(number) + "/index",
                                "Content-Type: application/auth-policy+xml\r\n",
                                rules)));
        int[] next = {0};
        Outcome published = traffic.hold(PRESENTITIES, Pace.closed(outstanding), due -> {
            int number = next[0]++;
            String user = SubscribeLoad.presentity(number);
            String callId = "furnish-" + number;
            byte[] request = writer.publish(0, user, callId, "", 3600, Documents.presence(user, number));
            return Conversation.publish(0, callId, request, answer -> {}, due);
        });
        report.rate("PUBLISH of presentities", published);
    }

    private void memory(
            ServerProcess running,
            Traffic traffic,
            SubscribeLoad subscribing,
            Report report,
            String who,
            IntFunction<String> watcher)
            throws IOException {
        traffic.until(() -> false, REST_SECONDS);
        long before = running.liveBytes();
        subscribing.begin("idle, " + who, idle, watcher, Pace.closed(outstanding));
        traffic.until(() -> false, REST_SECONDS);
        long after = running.liveBytes();
        report.print("idle, %-28s %d octets of heap each (%d of them, %d MiB live), RSS %d MiB"
                .formatted(who, (after - before) / idle, idle, after >> 20, running.residentMebibytes()));
    }

    private void http(HttpTraffic http, Report report) throws IOException {
        HttpLoad load = new HttpLoad(http, report);
        load.put("warm-up: ", count);
        load.get("warm-up: ", 2 * count);
        load.get("", 5 * count);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BareHttp.class.getName());
        try (ServerProcess bare = ServerProcess.start(command)) {
            HttpTraffic traffic = new HttpTraffic(bare.address("http"), outstanding);
            Report beside = new Report(System.out, bare);
            byte[] request = HttpTraffic.request("GET", "/", "", "");
            beside.rate("warm-up: bare GET", traffic.hold(2 * count, 200, number -> request));
            beside.rate("bare GET, 1.7 KB", traffic.hold(5 * count, 200, number -> request));
        }
        load.get("again: ", 5 * count);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
