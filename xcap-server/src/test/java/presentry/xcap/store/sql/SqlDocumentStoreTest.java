package presentry.xcap.store.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.store.ChangeFeed;
import presentry.xcap.store.CommitListener;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.DocumentStoreContract;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.StoreException;

class SqlDocumentStoreTest implements DocumentStoreContract {

    private final Database database;
    private final SqlDocumentStore store;

    SqlDocumentStoreTest(@TempDir Path folder) {
        database = ((Opening.Opened) Database.open(folder, List.of(XcapTables.MIGRATIONS))).database();
        store = new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public DocumentStore store() {
        return store;
    }

    @Override
    public ChangeFeed feed() {
        return store;
    }

    @Override
    public void listen(CommitListener listener) {
        store.listen(listener);
    }

    @Test
    void aCommitAfterTheDatabaseIsClosedFailsAsAFailureOfTheStore() {
        database.close();

        var commit = store.commit(DocumentStoreContract.rules(ALICE, "index"), site -> new Verdict.Leave<>(""));

        assertThatThrownBy(() -> commit.toCompletableFuture().join()).hasCauseInstanceOf(StoreException.class);
    }
}
