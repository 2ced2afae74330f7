package presentry.launch.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.PresentitySphere;
import presentry.policy.model.Usage;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/**
 * {@code presentry why}: what is decided about one watcher, which lines decided it, and until when it holds. From rule documents
 * in files, or from all that a server has stored.
 */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what is decided about a watcher and which lines of which rules do: from rule documents in"
                + " files (--rules), or from the data folder of a server, which may be running (--data, --presentity).")
public final class WhyCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    private final InstantSource clock;
    private final ServerFacts server;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The rule documents of the presentity; several count together.")
    private List<Path> files = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of a server.")
    private Optional<String> data = Optional.empty();

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--presentity", paramLabel = "URI", description = "Who is watched, a user of that server.")
    private Optional<String> presentity = Optional.empty();

    @Option(
            names = "--usage",
            paramLabel = "USAGE",
            description = "pres-rules (who may see) or im-rules (who may write); with --rules the documents tell.")
    private Optional<String> usage = Optional.empty();

    @Option(names = "--watcher", paramLabel = "URI", required = true, description = "Who watches.")
    private String watcher = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantReader.class,
            description = "When, as 2030-01-31T12:00:00Z; else now.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--sphere",
            paramLabel = "S",
            description = "The sphere that the presentity is in; else the published one, with --rules none.")
    private Optional<String> sphere = Optional.empty();

    @Option(
            names = "--mutual",
            description =
                    "The presentity watches the watcher, for where no rule speaks; a data folder tells by itself.")
    private boolean mutual;

    /**
     * A command that is run once.
     *
     * @param clock tells when now is
     * @param server knows what a server has stored
     */
    public WhyCommand(InstantSource clock, ServerFacts server) {
        this.clock = clock;
        this.server = server;
    }

    @Override
    public Integer call() {
        Optional<CanonicalUri> uri = CanonicalUri.parse(watcher);
        if (uri.isEmpty()) {
            return complain(noUri(watcher));
        }
        if (usage.isPresent() && Usage.named(usage.get()).isEmpty()) {
            return complain("--usage is pres-rules or im-rules, not `" + usage.get() + "`");
        }
        if (files.isEmpty() == presentity.isEmpty()) {
            return complain("give either --rules with files, or --presentity with the --data folder of a server");
        }
        List<Setting> folder =
                data.stream().map(place -> new Setting("data", place, "--data")).toList();
        return switch (options.read(folder)) {
            case ConfigResult.Refused refused -> complain(String.join("\n", refused.problems()));
            case ConfigResult.Valid valid ->
                files.isEmpty()
                        ? fromServer(valid.config(), uri.get(), presentity.orElseThrow())
                        : fromFiles(valid.config().policy(), uri.get());
        };
    }

    private int fromFiles(Config.Policy keys, CanonicalUri watching) {
        return switch (RuleFiles.read(files)) {
            case RuleFiles.Result.Unreadable(var sentence) -> complain(sentence);
            case RuleFiles.Result.Read(var documents) -> {
                Usage rules = usage.flatMap(Usage::named).orElseGet(() -> RuleFiles.usageOf(documents));
                print(new WhyReport(
                                rules,
                                watching,
                                at.orElseGet(clock::instant),
                                new PresentityFacts(
                                        ServerOptions.policy(keys),
                                        documents,
                                        ExternalLists.NONE,
                                        keys.standard(),
                                        mutual ? Optional.of(Instant.MAX) : Optional.empty(),
                                        new PresentitySphere(sphere, Instant.MAX),
                                        Optional.empty()))
                        .decision());
                yield 0;
            }
        };
    }

    private int fromServer(Config config, CanonicalUri watching, String watched) {
        Optional<Aor> owner = Aor.parse(watched).map(Aor::home);
        if (owner.isEmpty()) {
            return complain(noUri(watched));
        }
        Usage rules = usage.flatMap(Usage::named).orElse(Usage.PRES_RULES);
        Instant when = at.orElseGet(clock::instant);
        var question = new ServerFacts.Question(config, owner.get(), watching, rules, when);
        return server.find(
                        question, facts -> print(new WhyReport(rules, watching, when, inSphere(facts)).of(owner.get())))
                .map(this::complain)
                .orElse(0);
    }

    private PresentityFacts inSphere(PresentityFacts facts) {
        return sphere.map(named -> facts.in(new PresentitySphere(Optional.of(named), Instant.MAX)))
                .orElse(facts);
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    private static String noUri(String text) {
        return "`" + text + "` is no URI; write it with its scheme, as sip:bob@example.com";
    }

    private int complain(String sentences) {
        sentences.lines().forEach(sentence -> spec.commandLine().getErr().println("presentry: " + sentence));
        return WRONG;
    }
}
