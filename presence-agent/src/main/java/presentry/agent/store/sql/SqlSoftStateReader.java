package presentry.agent.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.Publication;
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

    /** What is stored of all presentities. Blocks. */
    List<StoredPresentity> loadAll() {
        return readers.read(connection -> {
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
            return loading.entrySet().stream()
                    .map(entry -> entry.getValue().of(entry.getKey()))
                    .toList();
        });
    }

    private static Loading of(Map<Aor, Loading> loading, Aor owner) {
        return loading.computeIfAbsent(owner, unused -> new Loading());
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
