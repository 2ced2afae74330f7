package presentry.agent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Samples.subscription;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.presentity.Change;
import presentry.agent.store.NumberFloor;
import presentry.agent.store.SoftStateStore;
import presentry.agent.store.SoftStateStoreContract;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;

class SqlSoftStateStoreTest implements SoftStateStoreContract {
    private Database database;
    private SoftStateStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = switch (Database.open(folder, List.of(AgentTables.MIGRATIONS))) {
            case Opening.Opened(Database opened) -> opened;
            case Opening.Refused(String sentence) -> throw new AssertionError(sentence);
        };
        store = new SqlSoftStateStore(database, Fence.EMBEDDED, NumberFloor.NONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public SoftStateStore store() {
        return store;
    }

    @Override
    public void refusePublications() {
        database.writer()
                .submit(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute("CREATE TRIGGER refuse BEFORE INSERT ON publication"
                                + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
                    }
                })
                .toCompletableFuture()
                .join();
    }

    /** RFC 3261, section 12.2.1.1; RFC 3858, section 3. What is stored may be a copy of a folder as it was long ago. */
    @Test
    void theNumbersOfAStoredDialogGoOnAboveTheFloorOfTheStart() {
        var stored = subscription("1", EventName.PRESENCE, "bob");
        store.write(List.of(new Change.PutSubscription(ALICE, stored)))
                .toCompletableFuture()
                .join();
        var later =
                new SqlSoftStateStore(database, Fence.EMBEDDED, NumberFloor.at(Instant.parse("2027-01-01T00:00:00Z")));

        Subscription restored =
                later.load(ALICE).orElseThrow().subscriptions().getFirst().subscription();

        assertThat(restored.reservedCSeq()).isEqualTo(31_536_000);
        assertThat(restored.reservedVersion()).isEqualTo(31_536_000);
    }

    @Test
    void aSecretStaysTheSame() {
        byte[] first = secret("tags", 1);

        byte[] again = secret("tags", 2);

        assertThat(again).isEqualTo(first).hasSize(32);
    }

    @Test
    void eachNameHasASecretOfItsOwn() {
        assertThat(secret("tags", 1)).isNotEqualTo(secret("ids", 2));
    }

    private byte[] secret(String name, long seed) {
        return InstallationSecret.named(name, database.writer(), new Random(seed))
                .toCompletableFuture()
                .join();
    }
}
