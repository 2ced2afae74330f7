package presentry.launch.control;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import presentry.account.Accounts;
import presentry.account.Credentials;
import presentry.uri.Aor;

/** Executes what is asked about accounts, within the server or, where none runs, in place of it. */
public final class UserCommands {
    private static final int MAX_PASSWORD = 256;

    private final Accounts accounts;
    private final String realm;
    private final Set<String> domains;
    private final Consumer<Aor> removed;

    /**
     * @param realm in which passwords count
     * @param domains whose users may have accounts; ASCII, lower case
     * @param removed told who has no account any more
     */
    public UserCommands(Accounts accounts, String realm, Set<String> domains, Consumer<Aor> removed) {
        this.accounts = accounts;
        this.realm = realm;
        this.domains = Set.copyOf(domains);
        this.removed = removed;
    }

    /** Executes one; what it wrote is on disk when this returns. */
    public ControlReply execute(ControlRequest request) {
        if (request.verb() == ControlRequest.Verb.LIST_USERS) {
            return list();
        }
        Optional<Aor> user = Aor.parse(request.user()).map(Aor::home).filter(UserCommands::isUser);
        if (user.isEmpty()) {
            return ControlReply.refused("`" + request.user() + "` is not the SIP URI of a user, such as sip:alice@"
                    + domains.stream().findFirst().orElse("example.com") + ".");
        }
        try {
            return switch (request.verb()) {
                case ADD_USER -> add(user.get(), request.password());
                case REMOVE_USER -> remove(user.get());
                case LIST_USERS -> list();
            };
        } catch (CompletionException diskFailed) {
            String why = Optional.ofNullable(diskFailed.getCause())
                    .map(Throwable::getMessage)
                    .orElse("the disk failed");
            return ControlReply.refused("Nothing was changed: " + why + ".");
        }
    }

    private ControlReply add(Aor user, String password) {
        if (!domains.contains(user.host())) {
            return ControlReply.refused("The domain " + user.host() + " is not served here, only "
                    + String.join(", ", domains) + ": add it to the key `domains` first.");
        }
        if (password.isEmpty() || password.length() > MAX_PASSWORD) {
            return ControlReply.refused("A password has 1 to " + MAX_PASSWORD + " characters.");
        }
        boolean isNew = accounts.put(Credentials.of(user, realm, password))
                .toCompletableFuture()
                .join();
        return ControlReply.done(
                isNew ? user + " has an account now." : "The password of " + user + " is another one now.");
    }

    private ControlReply remove(Aor user) {
        if (!accounts.remove(user).toCompletableFuture().join()) {
            return ControlReply.refused("There is no account of " + user + ".");
        }
        removed.accept(user);
        return ControlReply.done(user + " has no account any more.");
    }

    /** One line for each account; a realm that is not the present one is told, since such a password does not count. */
    private ControlReply list() {
        return new ControlReply(
                true,
                accounts.all().stream()
                        .map(account -> account.realm().equals(realm)
                                ? account.user().toString()
                                : account.user() + " (of the realm " + account.realm() + ": set the password anew)")
                        .toList());
    }

    private static boolean isUser(Aor aor) {
        return aor.scheme().equals("sip") && !aor.user().isEmpty() && aor.port() == 0;
    }
}
