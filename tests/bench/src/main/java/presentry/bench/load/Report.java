package presentry.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Prints one line for each figure. */
final class Report {
    private final PrintStream out;
    private final ServerProcess server;
    private double cpuBefore;
    private double ownBefore;

    Report(PrintStream out, ServerProcess server) {
        this.out = out;
        this.server = server;
        begin();
    }

    /** From here on the next figure's CPU time counts. */
    void begin() {
        cpuBefore = server.cpuSeconds();
        ownBefore = ownCpuSeconds();
    }

    /** A figure of many conversations. */
    void rate(String name, Outcome outcome) throws IOException {
        double cpu = server.cpuSeconds() - cpuBefore;
        double own = ownCpuSeconds() - ownBefore;
        print(String.format(
                Locale.ROOT,
                "%-34s %7.0f /s  p50 %6.2f  p99 %7.2f  max %7.2f ms  errors %d  sent again %d by us, %d by the server"
                        + "  CPU %4.0f us each (load %3.0f)  RSS %d MiB",
                name,
                outcome.perSecond(),
                outcome.latencies().millis(0.5),
                outcome.latencies().millis(0.99),
                outcome.latencies().millis(1),
                outcome.errors(),
                outcome.repeatedByUs(),
                outcome.repeatedByServer(),
                1e6 * cpu / outcome.count(),
                1e6 * own / outcome.count(),
                server.residentMebibytes()));
    }

    /** A figure of some durations. */
    void durations(String name, Latencies each, String remark) throws IOException {
        print(String.format(
                Locale.ROOT,
                "%-34s p50 %6.1f  p90 %6.1f  max %6.1f ms  %s  RSS %d MiB",
                name,
                each.millis(0.5),
                each.millis(0.9),
                each.millis(1),
                remark,
                server.residentMebibytes()));
    }

    /** Any other figure. */
    void print(String line) {
        out.println(line);
        begin();
    }

    private static double ownCpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
}
