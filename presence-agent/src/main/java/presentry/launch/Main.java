package presentry.launch;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import presentry.launch.config.Config;
import presentry.launch.policy.EvaluateCommand;
import presentry.launch.policy.LintCommand;
import presentry.launch.policy.WhyCommand;

/** The command line of Presentry. Exit status 0: done; 1: failed; 2: the command line or the configuration is wrong. */
@Command(
        name = "presentry",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "An XCAP server and a policy-driven SIP presence agent in one process.",
        footer = {"", "presentry COMMAND --help tells more about a command."})
public final class Main implements Runnable {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs the command that the arguments name and exits with its status. */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(Main::uncaught);
        System.exit(commandLine(Wiring::start).execute(arguments));
    }

    /**
     * The commands there are; errors are answered by one line each, never by a stack trace.
     *
     * @param starter starts a server with a configuration that was found valid
     */
    static CommandLine commandLine(Function<Config, StartResult> starter) {
        return new CommandLine(new Main())
                .addSubcommand(new RunCommand(starter))
                .addSubcommand(new DemoCommand(starter))
                .addSubcommand(new UserCommand())
                .addSubcommand(new ImportCommand(Clock.systemUTC()))
                .addSubcommand(new WhyCommand(Clock.systemUTC(), new StoredFacts()))
                .addSubcommand(new EvaluateCommand(System.in, System.out, Clock.systemUTC()))
                .addSubcommand(new LintCommand(Clock.systemUTC()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::complain)
                .setExecutionExceptionHandler(Main::fail);
    }

    /** A thread that an Error ended is missed by others: the process ends, so that whoever watches over it starts it again. */
    private static void uncaught(Thread thread, Throwable defect) {
        LoggerFactory.getLogger(Main.class).error("The thread {} ended by a defect", thread.getName(), defect);
        if (defect instanceof Error) {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** Without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int complain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("presentry: " + wrong.getMessage() + ".");
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_USAGE;
    }

    private static int fail(Exception defect, CommandLine command, CommandLine.ParseResult arguments) {
        LoggerFactory.getLogger(Main.class).error("a defect ended the command", defect);
        command.getErr().println("presentry: a defect ended the command; the log above tells where.");
        return FAILED;
    }

    /** The version the jar was built with. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"presentry " + Objects.requireNonNullElse(version, "(not packaged)")};
        }
    }
}
