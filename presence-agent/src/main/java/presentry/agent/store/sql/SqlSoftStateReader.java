package presentry.agent.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.Publication;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.agent.store.SoftStateStore.StoredPresentity;
import presentry.agent.store.SoftStateStore.StoredSubscription;
import presentry.storage.Readers;
import presentry.uri.Aor;

/** Reads soft state from a database that may be another process's to write. */
public final class SqlSoftStateReader {
    private final Readers readers;

    /** @param readers of a database with {@link AgentTables#MIGRATIONS} */
    public SqlSoftStateReader(Readers readers) {
        this.readers = readers;
    }

    /** What is stored of one presentity; empty if nothing is. Blocks. */
    public Optional<StoredPresentity> load(Aor owner) {
        return readers.read(connection -> {
            Loading loading = new Loading();
            each(
                    ofOwner(connection, SubscriptionRows.SELECT_OF_OWNER, owner),
                    row -> loading.subscriptions.add(SubscriptionRows.read(row, WatcherColumn::read)));
            each(
                    ofOwner(connection, WaitingRows.SELECT_OF_OWNER, owner),
                    row -> loading.waiting.add(WaitingRows.read(row)));
            each(
                    ofOwner(connection, PublicationRows.SELECT_OF_OWNER, owner),
                    row -> loading.publications.add(PublicationRows.read(row)));
            return loading.isEmpty() ? Optional.empty() : Optional.of(loading.of(owner));
        });
    }

    /** What is stored of all presentities. Blocks. */
    List<StoredPresentity> loadAll() {
        return readers.read(connection -> {
            Map<Aor, Loading> loading = new LinkedHashMap<>();
            Map<String, Watcher> watchers = new HashMap<>(); // who watches many is kept as one object
            each(
                    connection.prepareStatement(SubscriptionRows.SELECT_ALL),
                    row -> of(loading, SubscriptionRows.owner(row))
                            .subscriptions
                            .add(SubscriptionRows.read(
                                    row, text -> watchers.computeIfAbsent(text, WatcherColumn::read))));
            each(
                    connection.prepareStatement(WaitingRows.SELECT_ALL),
                    row -> of(loading, WaitingRows.owner(row)).waiting.add(WaitingRows.read(row)));
            each(
                    connection.prepareStatement(PublicationRows.SELECT_ALL),
                    row -> of(loading, PublicationRows.owner(row)).publications.add(PublicationRows.read(row)));
            return loading.entrySet().stream()
                    .map(entry -> entry.getValue().of(entry.getKey()))
                    .toList();
        });
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
