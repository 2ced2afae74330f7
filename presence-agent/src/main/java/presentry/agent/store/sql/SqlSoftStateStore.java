package presentry.agent.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import presentry.agent.model.Publication;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.presentity.Change;
import presentry.agent.store.SoftStateStore;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Job;
import presentry.uri.Aor;

/** Soft state in the database of the data folder, through its one writer. */
public final class SqlSoftStateStore implements SoftStateStore {
    private final Database database;
    private final Fence fence;

    /**
     * Keeps everything in this database.
     *
     * @param database opened with {@link AgentTables#MIGRATIONS} among its tables
     */
    public SqlSoftStateStore(Database database, Fence fence) {
        this.database = database;
        this.fence = fence;
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
        Map<Aor, Loading> all = database.readers().read(connection -> {
            Map<Aor, Loading> loading = new LinkedHashMap<>();
            each(
                    connection.prepareStatement(SubscriptionRows.SELECT_ALL),
                    row -> of(loading, SubscriptionRows.owner(row))
                            .subscriptions
                            .add(SubscriptionRows.read(row)));
            each(
                    connection.prepareStatement(WaitingRows.SELECT_ALL),
                    row -> of(loading, WaitingRows.owner(row)).waiting.add(WaitingRows.read(row)));
            each(
                    connection.prepareStatement(PublicationRows.SELECT_ALL),
                    row -> of(loading, PublicationRows.owner(row)).publications.add(PublicationRows.read(row)));
            return loading;
        });
        submit(SubscriptionRows::forgetFingerprints).toCompletableFuture().join();
        all.forEach((owner, loading) -> into.accept(loading.of(owner)));
    }

    @Override
    public Optional<StoredPresentity> load(Aor owner) {
        return database.readers().read(connection -> {
            Loading loading = new Loading();
            each(
                    ofOwner(connection, SubscriptionRows.SELECT_OF_OWNER, owner),
                    row -> loading.subscriptions.add(SubscriptionRows.read(row)));
            each(
                    ofOwner(connection, WaitingRows.SELECT_OF_OWNER, owner),
                    row -> loading.waiting.add(WaitingRows.read(row)));
            each(
                    ofOwner(connection, PublicationRows.SELECT_OF_OWNER, owner),
                    row -> loading.publications.add(PublicationRows.read(row)));
            return loading.isEmpty() ? Optional.empty() : Optional.of(loading.of(owner));
        });
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

    private static PreparedStatement ofOwner(Connection connection, String select, Aor owner) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(select);
        statement.setString(1, owner.toString());
        return statement;
    }

    /** Reads all rows of a query, and closes it. */
    private static void each(PreparedStatement select, Row reading) throws SQLException {
        try (select;
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reading.read(row);
            }
        }
    }

    private static Loading of(Map<Aor, Loading> loading, Aor owner) {
        return loading.computeIfAbsent(owner, unused -> new Loading());
    }

    /** Work of the writer that answers nothing. */
    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    /** What is done with one row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** A presentity while its rows come in. */
    private static final class Loading {
        final List<StoredSubscription> subscriptions = new ArrayList<>();
        final List<WaitingWatcher> waiting = new ArrayList<>();
        final List<Publication> publications = new ArrayList<>();

        boolean isEmpty() {
            return subscriptions.isEmpty() && waiting.isEmpty() && publications.isEmpty();
        }

        StoredPresentity of(Aor owner) {
            return new StoredPresentity(
                    owner, List.copyOf(subscriptions), List.copyOf(waiting), List.copyOf(publications));
        }
    }
}
