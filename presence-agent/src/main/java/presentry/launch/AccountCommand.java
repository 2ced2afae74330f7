package presentry.launch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import presentry.account.sql.AccountTables;
import presentry.account.sql.SqlAccounts;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.launch.control.ControlClient;
import presentry.launch.control.ControlReply;
import presentry.launch.control.ControlRequest;
import presentry.launch.control.UserCommands;
import presentry.storage.Database;
import presentry.storage.Opening;
import presentry.uri.Aor;

/**
 * A command about the accounts of a data folder. Where a server runs on the folder, the server executes it; else the command
 * does, under the lock of the folder. Exit status 0 if it was done, 1 if not, 2 if the command line is wrong.
 */
abstract class AccountCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int WRONG_CONFIGURATION = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the server.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration of the server, if it has one.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--domain", paramLabel = "NAME", description = "A domain of the server; may be given again.")
    private List<String> domains = new ArrayList<>();

    /** What is to be done. */
    abstract ControlRequest request();

    /** The user it is about. */
    Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Integer call() {
        // Read by logback.xml when the first logger is made: a command says its result and nothing else.
        System.setProperty("presentry.log", "WARN");
        return switch (ConfigReader.read(file, settings())) {
            case ConfigResult.Refused refused -> tell(new ControlReply(false, refused.problems()), WRONG_CONFIGURATION);
            case ConfigResult.Valid valid -> {
                ControlRequest request = request();
                ControlReply reply = ControlClient.ask(valid.config().data(), request)
                        .orElseGet(() -> executeHere(valid.config(), request));
                yield tell(reply, reply.done() ? DONE : NOT_DONE);
            }
        };
    }

    /** Without a configuration the user's own domain is the one that counts. */
    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        data.ifPresent(value -> settings.add(new Setting("data", value, "--data")));
        if (!domains.isEmpty()) {
            settings.add(new Setting("domains", String.join(",", domains), "--domain"));
        } else if (file.isEmpty()) {
            user().flatMap(Aor::parse)
                    .filter(aor -> !aor.host().isEmpty())
                    .ifPresent(aor -> settings.add(new Setting("domains", aor.host(), "the URI")));
        }
        return settings;
    }

    private static ControlReply executeHere(Config config, ControlRequest request) {
        return switch (Database.open(config.data(), List.of(AccountTables.MIGRATIONS))) {
            case Opening.Refused refused -> new ControlReply(false, List.of(refused.sentence()));
            case Opening.Opened opened -> {
                try (Database database = opened.database()) {
                    yield new UserCommands(
                                    new SqlAccounts(database),
                                    config.auth().realm(),
                                    new PartSettings(config).domains(),
                                    removed -> {}) // the server finds out when it starts
                            .execute(request);
                }
            }
        };
    }

    private int tell(ControlReply reply, int status) {
        PrintWriter out = status == DONE
                ? spec.commandLine().getOut()
                : spec.commandLine().getErr();
        reply.lines().forEach(line -> out.println(status == DONE ? line : "presentry: " + line));
        out.flush();
        return status;
    }
}
