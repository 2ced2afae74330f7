package presentry.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints one line per figure. The argument, a regular expression, chooses among them; without it all
 * are run.
 */
public final class Benchmarks {
    private static final String DECISION = "DecisionBench.decide";

    private Benchmarks() {}

    /** Runs. */
    public static void main(String[] arguments) throws RunnerException {
        System.out.printf(
                "JDK %s, %s, %d processors%n",
                Runtime.version(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        HeapReport.print();
        var options = new OptionsBuilder()
                .include(arguments.length == 0 ? "presentry\\.bench\\..*" : arguments[0])
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        results.stream().sorted(Comparator.comparing(Benchmarks::name)).forEach(result -> {
            var figure = result.getPrimaryResult();
            System.out.printf(
                    Locale.ROOT,
                    "%-50s %14.1f +- %8.1f %-6s %12.0f B/op%s%n",
                    name(result),
                    figure.getScore(),
                    Double.isNaN(figure.getScoreError()) ? 0 : figure.getScoreError(),
                    figure.getScoreUnit(),
                    allocated(result),
                    ratio(result, results));
        });
    }

    /** How many times as long it takes as a decision on the same rules. */
    private static String ratio(RunResult result, Collection<RunResult> results) {
        if (!result.getPrimaryResult().getScoreUnit().equals("ns/op")) {
            return "";
        }
        return results.stream()
                .filter(other -> name(other).equals(DECISION + size(result)))
                .findFirst()
                .map(decision -> String.format(
                        Locale.ROOT,
                        "   %.1f x a decision",
                        result.getPrimaryResult().getScore()
                                / decision.getPrimaryResult().getScore()))
                .orElse("");
    }

    private static double allocated(RunResult result) {
        var bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? 0 : bytes.getScore();
    }

    private static String name(RunResult result) {
        var benchmark = result.getParams().getBenchmark();
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1) + size(result);
    }

    private static String size(RunResult result) {
        var size = result.getParams().getParam("size");
        return size == null ? "" : " " + size;
    }
}
