package presentry.agent.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import presentry.agent.presentity.Change;
import presentry.agent.store.NumberFloor;
import presentry.agent.store.SoftStateStore;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Job;
import presentry.uri.Aor;

/** Soft state in the database of the data folder, through its one writer. */
public final class SqlSoftStateStore implements SoftStateStore {
    private final Database database;
    private final Fence fence;
    private final SqlSoftStateReader reader;
    private final NumberFloor floor;

    /**
     * Keeps everything in this database.
     *
     * @param database opened with {@link AgentTables#MIGRATIONS} among its tables
     * @param floor of the numbers that this process sends in stored dialogs
     */
    public SqlSoftStateStore(Database database, Fence fence, NumberFloor floor) {
        this.database = database;
        this.fence = fence;
        this.floor = floor;
        this.reader = new SqlSoftStateReader(database.readers());
    }

    @Override
    public CompletionStage<Void> write(List<Change> changes) {
        return submit(connection -> {
            for (Change change : changes) {
                apply(connection, change);
            }
        });
    }

    @Override
    public CompletionStage<Void> remember(List<Shown> shown) {
        return submit(connection -> SubscriptionRows.remember(connection, shown));
    }

    @Override
    public void loadAll(Consumer<StoredPresentity> into) {
        List<StoredPresentity> all = reader.loadAll();
        submit(SubscriptionRows::forgetFingerprints).toCompletableFuture().join();
        all.forEach(stored -> into.accept(stored.above(floor)));
    }

    @Override
    public Optional<StoredPresentity> load(Aor owner) {
        return reader.load(owner).map(stored -> stored.above(floor));
    }

    private void apply(Connection connection, Change change) throws SQLException {
        switch (change) {
            case Change.PutSubscription(var owner, var subscription) ->
                SubscriptionRows.put(connection, owner, subscription, fence);
            case Change.DropSubscription(var owner, var key) -> SubscriptionRows.drop(connection, key);
            case Change.PutWaiting(var owner, var watcher) -> WaitingRows.put(connection, owner, watcher, fence);
            case Change.DropWaiting(var owner, var id) -> WaitingRows.drop(connection, owner, id);
            case Change.PutPublication(var owner, var publication) ->
                PublicationRows.put(connection, owner, publication, fence);
            case Change.DropPublication(var owner, var event, var tag) ->
                PublicationRows.drop(connection, owner, event, tag);
        }
    }

    private CompletionStage<Void> submit(Statements statements) {
        Job<Boolean> job = connection -> {
            statements.run(connection);
            return true;
        };
        return database.writer().submit(job).thenAccept(done -> {});
    }

    /** Work of the writer that answers nothing. */
    private interface Statements {
        void run(Connection connection) throws SQLException;
    }
}
