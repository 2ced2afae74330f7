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
            try (PreparedStatement select = connection.prepareStatement(SubscriptionRows.SELECT_ALL);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    of(loading, SubscriptionRows.owner(row)).subscriptions.add(SubscriptionRows.read(row));
                }
            }
            try (PreparedStatement select = connection.prepareStatement(PublicationRows.SELECT_ALL);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    of(loading, PublicationRows.owner(row)).publications.add(PublicationRows.read(row));
                }
            }
            return loading;
        });
        submit(SubscriptionRows::forgetFingerprints).toCompletableFuture().join();
        all.forEach((owner, loading) -> into.accept(loading.of(owner)));
    }

    @Override
    public Optional<StoredPresentity> load(Aor owner) {
        return database.readers().read(connection -> {
            Loading loading = new Loading();
            try (PreparedStatement select = connection.prepareStatement(SubscriptionRows.SELECT_OF_OWNER)) {
                select.setString(1, owner.toString());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        loading.subscriptions.add(SubscriptionRows.read(row));
                    }
                }
            }
            try (PreparedStatement select = connection.prepareStatement(PublicationRows.SELECT_OF_OWNER)) {
                select.setString(1, owner.toString());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        loading.publications.add(PublicationRows.read(row));
                    }
                }
            }
            return loading.isEmpty() ? Optional.empty() : Optional.of(loading.of(owner));
        });
    }

    private void apply(Connection connection, Change change) throws SQLException {
        switch (change) {
            case Change.PutSubscription(var owner, var subscription) ->
                SubscriptionRows.put(connection, owner, subscription, fence);
            case Change.DropSubscription(var owner, var key) -> SubscriptionRows.drop(connection, key);
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

    private static Loading of(Map<Aor, Loading> loading, Aor owner) {
        return loading.computeIfAbsent(owner, unused -> new Loading());
    }

    /** Work of the writer that answers nothing. */
    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    /** A presentity while its rows come in. */
    private static final class Loading {
        final List<StoredSubscription> subscriptions = new ArrayList<>();
        final List<Publication> publications = new ArrayList<>();

        boolean isEmpty() {
            return subscriptions.isEmpty() && publications.isEmpty();
        }

        StoredPresentity of(Aor owner) {
            return new StoredPresentity(owner, List.copyOf(subscriptions), List.copyOf(publications));
        }
    }
}
