package presentry.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import presentry.account.EveryUserOfDomains;
import presentry.agent.store.sql.AgentTables;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.launch.importing.DryStore;
import presentry.launch.importing.Import;
import presentry.launch.importing.Import.OwnerReport;
import presentry.launch.importing.Origin;
import presentry.launch.importing.Outcome;
import presentry.launch.importing.Outcome.Fate;
import presentry.launch.importing.Source;
import presentry.launch.importing.Target;
import presentry.policy.Lint;
import presentry.policy.PolicyEngine;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.XcapTables;
import presentry.xcap.usage.ApplicationUsages;

/**
 * {@code presentry import}: takes over the documents of another XCAP server. Exit status 0 if all are here now, 1 if some are not,
 * 2 if the command line or the configuration is wrong.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Takes over the documents of another XCAP server from its database, each through the checks of a PUT,"
                        + " and tells of each user what became of them. The server of the data folder must be stopped.")
final class ImportCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int NOT_ALL = 1;
    private static final int WRONG_USAGE = 2;

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ORIGIN", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Origin origin = Origin.KAMAILIO;

    @Parameters(
            index = "1",
            paramLabel = "JDBC-URL",
            description = "Its database: jdbc:postgresql://..., jdbc:mysql://... or jdbc:sqlite:FILE.")
    private String url = "";

    @Option(names = "--dry-run", description = "Changes nothing; tells what would be done.")
    private boolean dryRun;

    @Option(names = "--replace", description = "Documents that are here already are replaced; else they stay.")
    private boolean replace;

    @Option(names = "--user", paramLabel = "NAME", description = "A user of the database.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its first line is the password of that user.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--table", paramLabel = "NAME", description = "The table with the documents (default: xcap).")
    private String table = "xcap";

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the server.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration of the server, if it has one.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--domain", paramLabel = "NAME", description = "A domain of the server; may be given again.")
    private List<String> domains = new ArrayList<>();

    /** @param clock tells when documents change, and which rules are over */
    ImportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        // Read by logback.xml when the first logger is made: a command says its result and nothing else.
        System.setProperty("presentry.log", "WARN");
        Source source;
        try {
            source = new Source(url, user, password(), table);
        } catch (IOException unreadable) {
            return complain(List.of("The password cannot be read: " + unreadable.getMessage()), WRONG_USAGE);
        }
        return source.problem()
                .map(sentence -> complain(List.of(sentence), WRONG_USAGE))
                .orElseGet(() -> switch (ConfigReader.read(file, settings())) {
                    case ConfigResult.Refused refused -> complain(refused.problems(), WRONG_USAGE);
                    case ConfigResult.Valid valid -> open(valid.config(), source);
                });
    }

    private String password() throws IOException {
        if (passwordFile.isEmpty()) {
            return "";
        }
        return Files.readAllLines(passwordFile.get()).stream().findFirst().orElse("");
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        data.ifPresent(value -> settings.add(new Setting("data", value, "--data")));
        if (!domains.isEmpty()) {
            settings.add(new Setting("domains", String.join(",", domains), "--domain"));
        }
        return settings;
    }

    /** The agent's tables are made as well, so that {@code why} can be asked before the server is started. */
    private int open(Config config, Source source) {
        return switch (Database.open(config.data(), List.of(XcapTables.MIGRATIONS, AgentTables.MIGRATIONS))) {
            case Opening.Refused refused -> complain(List.of(refused.sentence()), NOT_ALL);
            case Opening.Opened opened -> {
                try (Database database = opened.database()) {
                    yield run(config, source, database);
                }
            }
        };
    }

    private int run(Config config, Source source, Database database) {
        PartSettings settings = new PartSettings(config);
        DocumentStore stored = new SqlDocumentStore(database, Fence.EMBEDDED, clock);
        DocumentStore store = dryRun ? new DryStore(stored) : stored;
        Usages.Made made = new Usages(
                        store,
                        user -> false,
                        new PolicyEngine(settings.policy()),
                        config.policy().legacyCommonPolicy(),
                        settings.xml())
                .with(config.xcap().usages());
        return switch (made) {
            case Usages.Made.Refused refused -> complain(refused.problems(), WRONG_USAGE);
            case Usages.Made.All all -> run(settings, source, target(settings, store, all.usages()));
        };
    }

    private int run(PartSettings settings, Source source, Target target) {
        PrintWriter out = spec.commandLine().getOut();
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        Optional<String> problem = new Import(
                        origin,
                        target,
                        replace,
                        (usage, documents) -> new Lint(settings.policy()).check(usage, documents, clock.instant()),
                        report -> tell(report, counts, out))
                .run(source);
        out.println(total(counts));
        out.flush();
        return problem.map(sentence -> complain(List.of(sentence), NOT_ALL))
                .orElse(counts.containsKey(Fate.REFUSED) ? NOT_ALL : DONE);
    }

    private static Target target(PartSettings settings, DocumentStore store, ApplicationUsages usages) {
        Config config = settings.config();
        XcapService service = new XcapService(
                usages,
                new EveryUserOfDomains(config.domains())::exists,
                settings.grants(),
                store,
                new DocumentETags(new SecureRandom()),
                settings.xcapLimits());
        return new Target(
                service,
                usages,
                settings.xcapUris(),
                settings.xcapRoot(),
                List.copyOf(settings.domains()),
                config.limits().maxDocumentBytes());
    }

    private void tell(OwnerReport report, Map<Fate, Integer> counts, PrintWriter out) {
        out.println(report.owner());
        for (Outcome outcome : report.outcomes()) {
            counts.merge(outcome.fate(), 1, Integer::sum);
            String why = outcome.why().isEmpty() ? "" : ": " + outcome.why();
            out.println("  " + outcome.document() + ": " + word(outcome.fate()) + why);
        }
        report.findings()
                .forEach(finding -> out.println("  " + finding.document() + ":" + finding.line() + ": "
                        + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.problem() + " (mend: "
                        + finding.remedy() + ")"));
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private String total(Map<Fate, Integer> counts) {
        return (dryRun ? "nothing was changed; it would be: " : "")
                + counts.getOrDefault(Fate.TAKEN, 0) + " taken, " + counts.getOrDefault(Fate.KEPT, 0) + " kept, "
                + counts.getOrDefault(Fate.REFUSED, 0) + " refused";
    }

    private int complain(List<String> problems, int status) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println("presentry: " + problem));
        err.flush();
        return status;
    }
}
