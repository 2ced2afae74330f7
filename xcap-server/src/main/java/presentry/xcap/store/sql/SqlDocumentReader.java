package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import presentry.storage.Query;
import presentry.storage.Readers;
import presentry.storage.StorageException;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.store.DocumentReader;
import presentry.xcap.store.DocumentSummary;
import presentry.xcap.store.Snapshot;
import presentry.xcap.store.StoreException;
import presentry.xcap.store.StoredDocument;

/** Documents in a database that may be another process's to write. */
public final class SqlDocumentReader implements DocumentReader {

    private final Readers readers;

    /** @param readers of a database with {@link XcapTables#MIGRATIONS} */
    public SqlDocumentReader(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Optional<StoredDocument> read(DocumentSelector document) {
        return query(connection -> DocumentWriter.find(connection, document));
    }

    @Override
    public Snapshot readAll(Aor owner, String auid) {
        var home = new Owner.User(owner);
        return query(connection ->
                new Snapshot(documents(connection, home, auid), ChangeLog.head(connection, Rows.shard(home))));
    }

    private static List<StoredDocument> documents(Connection connection, Owner owner, String auid) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT path, mime, body, etag, updated_at FROM document WHERE xui = ? AND auid = ? ORDER BY path")) {
            query.setString(1, Rows.xui(owner));
            query.setString(2, auid);
            try (ResultSet row = query.executeQuery()) {
                List<StoredDocument> found = new ArrayList<>();
                while (row.next()) {
                    found.add(Rows.document(row, new DocumentSelector(auid, owner, row.getString("path"))));
                }
                return found;
            }
        }
    }

    @Override
    public List<StoredDocument> readClaiming(String auid, String path) {
        return query(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT d.xui, d.auid, d.path, d.mime, d.body, d.etag, d.updated_at FROM document d"
                            + " WHERE d.auid = ?1 AND d.path = ?2 AND d.xui IN"
                            + " (SELECT c.xui FROM claim c WHERE c.auid = ?1 AND c.path = ?2) ORDER BY d.xui")) {
                query.setString(1, auid);
                query.setString(2, path);
                try (ResultSet row = query.executeQuery()) {
                    List<StoredDocument> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(Rows.document(row, Rows.selector(row)));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public List<DocumentSummary> list(Owner owner) {
        return query(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT xui, auid, path, etag, length(body) AS octets, updated_at FROM document"
                            + " WHERE xui = ? ORDER BY auid, path")) {
                query.setString(1, Rows.xui(owner));
                try (ResultSet row = query.executeQuery()) {
                    List<DocumentSummary> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(Rows.summary(row));
                    }
                    return found;
                }
            }
        });
    }

    /**
     * Who has documents in one of some usages, in a fixed order; blocks.
     *
     * @param after those behind this one; empty for the first ones
     */
    public List<Aor> owners(List<String> auids, Optional<Aor> after, int max) {
        String places = String.join(", ", Collections.nCopies(auids.size(), "?"));
        return query(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT xui FROM document WHERE xui > ?"
                    + " AND auid IN (" + places + ") ORDER BY xui LIMIT ?")) {
                query.setString(1, after.map(Aor::toString).orElse(""));
                for (int i = 0; i < auids.size(); i++) {
                    query.setString(i + 2, auids.get(i));
                }
                query.setInt(auids.size() + 2, max);
                try (ResultSet row = query.executeQuery()) {
                    List<Aor> found = new ArrayList<>();
                    while (row.next()) {
                        Rows.owner(row.getString("xui")).user().ifPresent(found::add);
                    }
                    return found;
                }
            }
        });
    }

    <T> T query(Query<T> query) {
        try {
            return readers.read(query);
        } catch (StorageException e) {
            throw new StoreException(e);
        }
    }
}
