package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Query;
import presentry.storage.StorageException;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.store.Change;
import presentry.xcap.store.ChangeFeed;
import presentry.xcap.store.CommitListener;
import presentry.xcap.store.CommitResult;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.DocumentSummary;
import presentry.xcap.store.Edit;
import presentry.xcap.store.Revision;
import presentry.xcap.store.Snapshot;
import presentry.xcap.store.StoreException;
import presentry.xcap.store.StoredDocument;

/** Documents and their change log in the database that both servers share. */
public final class SqlDocumentStore implements DocumentStore, ChangeFeed {

    private final Database database;
    private final DocumentWriter writer;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param database opened with {@link XcapTables#MIGRATIONS}
     * @param fence the right under which this server writes
     * @param clock gives the time of each change
     */
    public SqlDocumentStore(Database database, Fence fence, Clock clock) {
        this.database = database;
        this.writer = new DocumentWriter(fence, clock);
    }

    /** From now on {@code listener} is told of each commit, in the order of their registration. */
    public void listen(CommitListener listener) {
        listeners.add(listener);
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

    @Override
    public <R> CompletionStage<CommitResult<R>> commit(DocumentSelector document, Edit<R> edit) {
        var felt = new CompletableFuture<Change>();
        return database.writer()
                .submit(
                        connection -> writer.apply(connection, document, edit, felt),
                        result -> tellListeners(result, felt))
                .handle((result, failure) -> {
                    if (failure instanceof StorageException) {
                        throw new CompletionException(new StoreException(failure));
                    }
                    if (failure != null) {
                        throw new CompletionException(failure);
                    }
                    return result;
                });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its outcome is carried on by `felt`
    private <R> void tellListeners(CommitResult<R> result, CompletableFuture<Change> felt) {
        if (result instanceof CommitResult.Committed<R> committed) {
            CompletableFuture<?>[] stages = listeners.stream()
                    .map(listener -> listener.committed(committed.change()).toCompletableFuture())
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(stages).whenComplete((all, failure) -> felt.complete(committed.change()));
        }
    }

    @Override
    public Revision head(int shard) {
        return query(connection -> ChangeLog.head(connection, shard));
    }

    @Override
    public List<Change> read(Revision after, int max) {
        return query(connection -> ChangeLog.read(connection, after, max));
    }

    @Override
    public List<Positioned> readAll(long position, int max) {
        return query(connection -> ChangeLog.readAll(connection, position, max));
    }

    @Override
    public long last() {
        return query(ChangeLog::last);
    }

    @Override
    public long forgotten() {
        return query(ChangeLog::forgotten);
    }

    @Override
    public CompletionStage<Integer> forget(Instant before, long keep, int max) {
        return database.writer().submit(connection -> ChangeLog.forget(connection, before, keep, max));
    }

    private <T> T query(Query<T> query) {
        try {
            return database.readers().read(query);
        } catch (StorageException e) {
            throw new StoreException(e);
        }
    }
}
