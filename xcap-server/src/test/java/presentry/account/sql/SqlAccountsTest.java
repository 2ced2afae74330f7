package presentry.account.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.account.Accounts;
import presentry.account.Credentials;
import presentry.storage.Database;
import presentry.storage.Opening;
import presentry.uri.Aor;

class SqlAccountsTest {

    private static final Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();
    private static final Credentials FIRST = Credentials.of(ALICE, "example.com", "first password");
    private static final Credentials SECOND = Credentials.of(ALICE, "example.com", "second password");

    @TempDir
    private Path folder;

    @Test
    void anAccountIsThereAfterTheNextStart() {
        try (Database database = open()) {
            assertThat(end(new SqlAccounts(database).put(FIRST))).isTrue();
        }
        try (Database database = open()) {
            assertThat(new SqlAccounts(database).of(ALICE)).contains(FIRST);
        }
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheFirst() {
        try (Database database = open()) {
            Accounts accounts = new SqlAccounts(database);
            end(accounts.put(FIRST));

            assertThat(end(accounts.put(SECOND))).isFalse();
            assertThat(accounts.all()).containsExactly(SECOND);
            assertThat(new SqlAccounts(database).all()).containsExactly(SECOND);
        }
    }

    @Test
    void aRemovedAccountIsGone() {
        try (Database database = open()) {
            Accounts accounts = new SqlAccounts(database);
            end(accounts.put(FIRST));

            assertThat(end(accounts.remove(ALICE))).isTrue();
            assertThat(end(accounts.remove(ALICE))).isFalse();
            assertThat(new SqlAccounts(database).all()).isEmpty();
        }
    }

    @Test
    void everySpellingOfTheAddressFindsIt() {
        try (Database database = open()) {
            Accounts accounts = new SqlAccounts(database);
            end(accounts.put(FIRST));

            assertThat(accounts.of(Aor.parse("sips:alice@EXAMPLE.com:5061").orElseThrow()))
                    .contains(FIRST);
        }
    }

    @Test
    void thePasswordIsNowhereOnTheDisk() throws IOException {
        try (Database database = open()) {
            end(new SqlAccounts(database).put(FIRST));
        }

        assertThat(Files.readString(folder.resolve("presentry.db"), StandardCharsets.ISO_8859_1))
                .contains(FIRST.shortName().sha256())
                .doesNotContain("first password");
    }

    private Database open() {
        return switch (Database.open(folder, List.of(AccountTables.MIGRATIONS))) {
            case Opening.Opened opened -> opened.database();
            case Opening.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    private static boolean end(CompletionStage<Boolean> stage) {
        return stage.toCompletableFuture().join();
    }
}
