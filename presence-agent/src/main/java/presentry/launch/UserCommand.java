package presentry.launch;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import presentry.launch.control.ControlRequest;

/** {@code presentry user add|list|remove}: the accounts of a data folder. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        subcommands = {UserCommand.Add.class, UserCommand.All.class, UserCommand.Remove.class},
        description = "Adds, lists and removes accounts, whether the server runs or not.")
final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Without a subcommand. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of add, list and remove is missing");
    }

    /** {@code user add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Makes an account for a user, or gives it another password.")
    static final class Add extends AccountCommand {
        @Parameters(paramLabel = "URI", description = "The user, as in sip:alice@example.com.")
        private String user = "";

        @Option(
                names = "--password",
                paramLabel = "P",
                description =
                        "The password, for all to see who may list processes; without it, it is asked for, or read"
                                + " as the first line of the input.")
        private Optional<String> password = Optional.empty();

        @Override
        ControlRequest request() {
            return ControlRequest.addUser(user, password.orElseGet(Add::askForPassword));
        }

        @Override
        Optional<String> user() {
            return Optional.of(user);
        }

        @SuppressWarnings("SystemConsoleNull") // null on JDK 21 without a terminal; later ones read either way
        private static String askForPassword() {
            Console console = System.console();
            if (console != null) {
                char[] typed = console.readPassword("Password: ");
                return typed == null ? "" : new String(typed);
            }
            try {
                String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
                return line == null ? "" : line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code user list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists all accounts, one a line.")
    static final class All extends AccountCommand {
        @Override
        ControlRequest request() {
            return ControlRequest.listUsers();
        }
    }

    /** {@code user remove}. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Removes the account of a user; his documents stay.")
    static final class Remove extends AccountCommand {
        @Parameters(paramLabel = "URI", description = "The user, as in sip:alice@example.com.")
        private String user = "";

        @Override
        ControlRequest request() {
            return ControlRequest.removeUser(user);
        }

        @Override
        Optional<String> user() {
            return Optional.of(user);
        }
    }
}
