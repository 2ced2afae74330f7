package presentry.launch.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import presentry.policy.Explain;
import presentry.policy.ExplanationWriter;
import presentry.policy.PolicyCase;
import presentry.policy.PolicyOptions;
import presentry.policy.model.Moment;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/** {@code presentry why}: what is decided about one watcher, which lines decided it, and until when it holds. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what rule documents decide about a watcher, and which of their lines do.")
public final class WhyCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The rule documents of the presentity; several count together.")
    private List<Path> files = List.of();

    @Option(names = "--watcher", paramLabel = "URI", required = true, description = "Who watches.")
    private String watcher = "";

    @Option(names = "--at", paramLabel = "INSTANT", description = "When, as 2030-01-31T12:00:00Z; else now.")
    private Optional<Instant> at = Optional.empty();

    @Option(names = "--sphere", paramLabel = "S", description = "The sphere that the presentity is in; else none.")
    private Optional<String> sphere = Optional.empty();

    @Option(names = "--mutual", description = "The presentity watches the watcher, for where no rule speaks.")
    private boolean mutual;

    /** @param clock tells when now is */
    public WhyCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<CanonicalUri> uri = CanonicalUri.parse(watcher);
        if (uri.isEmpty()) {
            return complain("`" + watcher + "` is no URI; write it with its scheme, as sip:bob@example.com");
        }
        return switch (RuleFiles.read(files)) {
            case RuleFiles.Result.Unreadable(var sentence) -> complain(sentence);
            case RuleFiles.Result.Read(var documents) -> explain(uri.get(), documents);
        };
    }

    private int explain(CanonicalUri uri, List<RuleDocument> documents) {
        Usage usage = RuleFiles.usageOf(documents);
        Optional<PolicyCase.Mode> mode =
                switch (usage) {
                    case PRES_RULES -> Optional.of(new PolicyCase.Mode(PolicyDefault.MUTUAL, mutual));
                    case IM_RULES -> Optional.empty();
                };
        var explanation = new Explain(PolicyOptions.DEFAULT)
                .why(usage, documents, WatcherIdentity.of(uri), new Moment(at.orElseGet(clock::instant), sphere), mode);
        var out = spec.commandLine().getOut();
        ExplanationWriter.write(explanation).forEach(out::println);
        out.flush();
        return 0;
    }

    private int complain(String sentence) {
        spec.commandLine().getErr().println("presentry: " + sentence);
        return WRONG;
    }
}
