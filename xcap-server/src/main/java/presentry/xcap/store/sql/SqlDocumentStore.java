package presentry.xcap.store.sql;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.storage.Database;
import presentry.storage.Fence;
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

    private static final Logger LOG = LoggerFactory.getLogger(SqlDocumentStore.class);

    private final Database database;
    private final SqlDocumentReader reader;
    private final DocumentWriter writer;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param database opened with {@link XcapTables#MIGRATIONS}
     * @param fence the right under which this server writes
     * @param clock gives the time of each change
     */
    public SqlDocumentStore(Database database, Fence fence, Clock clock) {
        this.database = database;
        this.reader = new SqlDocumentReader(database.readers());
        this.writer = new DocumentWriter(fence, clock);
    }

    /** From now on {@code listener} is told of each commit, in the order of their registration. */
    public void listen(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<StoredDocument> read(DocumentSelector document) {
        return reader.read(document);
    }

    @Override
    public Snapshot readAll(Aor owner, String auid) {
        return reader.readAll(owner, auid);
    }

    @Override
    public List<StoredDocument> readClaiming(String auid, String path) {
        return reader.readClaiming(auid, path);
    }

    @Override
    public List<DocumentSummary> list(Owner owner) {
        return reader.list(owner);
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
                    .map(listener -> told(listener, committed.change()))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(stages).whenComplete((all, failure) -> felt.complete(committed.change()));
        }
    }

    /** One that fails keeps no other from hearing of the commit. */
    @SuppressWarnings("IllegalCatch") // the commit is on disk, so every listener must hear of it
    private static CompletableFuture<?> told(CommitListener listener, Change change) {
        try {
            return listener.committed(change).toCompletableFuture();
        } catch (RuntimeException | Error defect) {
            LOG.error(
                    "What follows a change of {} failed; all else that follows it goes on", change.document(), defect);
            return CompletableFuture.failedFuture(defect);
        }
    }

    @Override
    public Revision head(int shard) {
        return reader.query(connection -> ChangeLog.head(connection, shard));
    }

    @Override
    public List<Change> read(Revision after, int max) {
        return reader.query(connection -> ChangeLog.read(connection, after, max));
    }

    @Override
    public List<Positioned> readAll(long position, int max) {
        return reader.query(connection -> ChangeLog.readAll(connection, position, max));
    }

    @Override
    public long last() {
        return reader.query(ChangeLog::last);
    }

    @Override
    public long forgotten() {
        return reader.query(ChangeLog::forgotten);
    }

    @Override
    public CompletionStage<Integer> forget(Instant before, long keep, int max) {
        return database.writer().submit(connection -> ChangeLog.forget(connection, before, keep, max));
    }
}
