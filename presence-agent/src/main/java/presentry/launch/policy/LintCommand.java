package presentry.launch.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import presentry.launch.config.ConfigResult;
import presentry.policy.Lint;
import presentry.policy.PolicyOptions;
import presentry.policy.model.Finding;
import presentry.policy.model.RuleDocument;

/** {@code presentry lint}: what the author of a rule document probably did not mean, where, and how to mend it. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Finds in rule documents what their author probably did not mean. Files given together count"
            + " together, as the documents of one user do. Exit status 1 if something was found that does not do what"
            + " it says.")
public final class LintCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int WRONG = 2;

    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A rule document.")
    private List<Path> files = List.of();

    /** @param clock a validity that has ended by then is over */
    public LintCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return switch (options.read(List.of())) {
            case ConfigResult.Refused refused -> complain(refused.problems());
            case ConfigResult.Valid valid ->
                check(ServerOptions.policy(valid.config().policy()));
        };
    }

    private int check(PolicyOptions policy) {
        return switch (RuleFiles.read(files)) {
            case RuleFiles.Result.Read(var documents) -> report(policy, documents);
            case RuleFiles.Result.Unreadable(var sentence) -> complain(List.of(sentence));
        };
    }

    private int complain(List<String> sentences) {
        sentences.forEach(sentence -> spec.commandLine().getErr().println("presentry: " + sentence));
        return WRONG;
    }

    private int report(PolicyOptions policy, List<RuleDocument> documents) {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new Lint(policy).check(RuleFiles.usageOf(documents), documents, clock.instant());
        boolean wrong = false;
        for (Finding finding : findings) {
            wrong |= finding.severity() != Finding.Severity.HINT;
            out.println(finding.document() + ":" + finding.line() + ": "
                    + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.problem());
            out.println("  mend: " + finding.remedy());
        }
        if (findings.isEmpty()) {
            out.println("nothing found");
        }
        out.flush();
        return wrong ? FOUND : 0;
    }
}
