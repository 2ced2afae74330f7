package presentry.xcap.store.sql;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.store.CachedDocumentStore;
import presentry.xcap.store.ChangeFeed;
import presentry.xcap.store.CommitListener;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.DocumentStoreContract;

/** A cache changes nothing that anybody can see. */
class CachedDocumentStoreTest implements DocumentStoreContract {

    private static final long SOME_OCTETS = 10_000;

    private final Database database;
    private final SqlDocumentStore behind;
    private final CachedDocumentStore store;

    CachedDocumentStoreTest(@TempDir Path folder) {
        database = ((Opening.Opened) Database.open(folder, List.of(XcapTables.MIGRATIONS))).database();
        behind = new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC());
        store = new CachedDocumentStore(behind, SOME_OCTETS);
        behind.listen(store);
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
        return behind;
    }

    @Override
    public void listen(CommitListener listener) {
        behind.listen(listener);
    }
}
