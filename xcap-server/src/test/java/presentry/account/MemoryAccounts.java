package presentry.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import presentry.uri.Aor;

/** Accounts that nobody needs to keep. */
public final class MemoryAccounts implements Accounts {

    private final Map<Aor, Credentials> accounts = new TreeMap<>();

    /** With these users, all of whom have the password {@code secret} in the realm {@code example.com}. */
    public static MemoryAccounts of(String... users) {
        MemoryAccounts accounts = new MemoryAccounts();
        for (String user : users) {
            accounts.put(Credentials.of(Aor.parse(user).orElseThrow(), "example.com", "secret"));
        }
        return accounts;
    }

    @Override
    public Optional<Credentials> of(Aor user) {
        return Optional.ofNullable(accounts.get(user.home()));
    }

    @Override
    public List<Credentials> all() {
        return new ArrayList<>(accounts.values());
    }

    @Override
    public CompletionStage<Boolean> put(Credentials credentials) {
        return CompletableFuture.completedStage(accounts.put(credentials.user(), credentials) == null);
    }

    @Override
    public CompletionStage<Boolean> remove(Aor user) {
        return CompletableFuture.completedStage(accounts.remove(user.home()) != null);
    }
}
