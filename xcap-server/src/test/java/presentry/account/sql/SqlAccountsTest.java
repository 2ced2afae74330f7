package presentry.account.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.account.Login;
import presentry.account.PasswordVerifier;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.uri.Aor;

class SqlAccountsTest {

    private static final Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();
    private static final Aor OTHER_ALICE = Aor.parse("sip:alice@example.org").orElseThrow();

    private final Database database;
    private final SqlAccounts accounts;

    SqlAccountsTest(@TempDir Path folder) {
        database = ((Opening.Opened) Database.open(folder, List.of(AccountTables.MIGRATIONS))).database();
        accounts = new SqlAccounts(database, Fence.EMBEDDED, "realm", InstantSource.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyWhoWasAddedIsAUser() {
        assertThat(put(ALICE, "secret")).isTrue();

        assertThat(accounts.exists(ALICE)).isTrue();
        assertThat(accounts.exists(Aor.parse("sips:alice@EXAMPLE.com:5061").orElseThrow()))
                .isTrue();
        assertThat(accounts.exists(OTHER_ALICE)).isFalse();
        assertThat(accounts.list()).containsExactly(ALICE);
    }

    @Test
    void addingAgainGivesAnotherPassword() {
        put(ALICE, "old");
        assertThat(put(ALICE, "new")).isFalse();

        var passwords = new PasswordVerifier("realm", accounts);
        assertThat(passwords.verify("alice", "old")).isEmpty();
        assertThat(passwords.verify("alice", "new")).contains(ALICE);
        assertThat(passwords.verify("alice@example.com", "new")).contains(ALICE);
        assertThat(passwords.verify("bob", "new")).isEmpty();
    }

    @Test
    void twoUsersOfOneNameAreToldApartByTheirPasswordsOrTheirDomains() {
        put(ALICE, "first");
        put(OTHER_ALICE, "second");

        assertThat(accounts.named("alice")).extracting(Login::user).containsExactly(ALICE, OTHER_ALICE);
        assertThat(new PasswordVerifier("realm", accounts).verify("alice", "second"))
                .contains(OTHER_ALICE);
        assertThat(accounts.named("alice@example.org")).extracting(Login::user).containsExactly(OTHER_ALICE);
    }

    @Test
    void whoWasRemovedIsNoUserAndCannotLogIn() {
        put(ALICE, "secret");

        assertThat(accounts.remove(ALICE).toCompletableFuture().join()).isTrue();

        assertThat(accounts.exists(ALICE)).isFalse();
        assertThat(accounts.named("alice")).isEmpty();
        assertThat(accounts.remove(ALICE).toCompletableFuture().join()).isFalse();
    }

    private boolean put(Aor user, String password) {
        return accounts.put(user, password).toCompletableFuture().join();
    }
}
