package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import presentry.storage.Fence;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.Change;
import presentry.xcap.store.CommitResult;
import presentry.xcap.store.Edit;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.NodeEdit;
import presentry.xcap.store.Revision;
import presentry.xcap.store.StoredDocument;

/** One edit as statements of one transaction: the document, the next number of its shard, and the row of the log. */
final class DocumentWriter {

    private final Fence fence;
    private final Clock clock;

    DocumentWriter(Fence fence, Clock clock) {
        this.fence = fence;
        this.clock = clock;
    }

    <R> CommitResult<R> apply(
            Connection connection, DocumentSelector document, Edit<R> edit, CompletableFuture<Change> felt)
            throws SQLException {
        Optional<StoredDocument> current = find(connection, document);
        Instant now = Instant.ofEpochMilli(clock.millis());
        return switch (edit.decide(new SqlSite(connection, document, current))) {
            case Verdict.Leave<R> leave -> new CommitResult.Left<>(leave.answer());
            case Verdict.Remove<R> remove -> {
                Claims.replace(connection, document, Set.of());
                delete(connection, document);
                Change change = log(connection, document, current, Optional.empty(), Optional.empty(), now);
                yield new CommitResult.Committed<>(remove.answer(), change, felt);
            }
            case Verdict.Write<R> write -> {
                Version version = write.version();
                upsert(connection, document, version, now);
                Claims.replace(connection, document, version.claims());
                Change change = log(connection, document, current, Optional.of(version.etag()), version.node(), now);
                yield new CommitResult.Committed<>(write.answer(), change, felt);
            }
        };
    }

    static Optional<StoredDocument> find(Connection connection, DocumentSelector document) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT mime, body, etag, updated_at FROM document WHERE xui = ? AND auid = ? AND path = ?")) {
            Rows.bindKey(query, 1, document);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Rows.document(row, document)) : Optional.empty();
            }
        }
    }

    private void upsert(Connection connection, DocumentSelector document, Version version, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO document(xui, auid, path, shard, etag, mime, body, updated_at, epoch)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(xui, auid, path) DO UPDATE SET"
                        + " etag = excluded.etag, mime = excluded.mime, body = excluded.body,"
                        + " updated_at = excluded.updated_at, epoch = excluded.epoch")) {
            Rows.bindKey(insert, 1, document);
            insert.setInt(4, Rows.shard(document.owner()));
            insert.setString(5, version.etag().value());
            insert.setString(6, version.mediaType());
            insert.setBytes(7, version.body().toByteArray());
            insert.setLong(8, now.toEpochMilli());
            insert.setLong(9, fence.epoch());
            insert.executeUpdate();
        }
    }

    private static void delete(Connection connection, DocumentSelector document) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM document WHERE xui = ? AND auid = ? AND path = ?")) {
            Rows.bindKey(delete, 1, document);
            delete.executeUpdate();
        }
    }

    private Change log(
            Connection connection,
            DocumentSelector document,
            Optional<StoredDocument> before,
            Optional<DocumentETag> newTag,
            Optional<NodeEdit> node,
            Instant now)
            throws SQLException {
        Revision revision = nextRevision(connection, Rows.shard(document.owner()));
        var change = new Change(revision, document, before.map(StoredDocument::etag), newTag, node, now);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO change_log(xui, auid, path, shard, seq, node_sel, patch, old_etag, new_etag, at, epoch)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Rows.bindKey(insert, 1, document);
            insert.setInt(4, revision.shard());
            insert.setLong(5, revision.seq());
            insert.setString(6, node.map(NodeEdit::selector).orElse(null));
            insert.setString(7, node.map(NodeEdit::patch).orElse(null));
            insert.setString(8, change.oldTag().map(DocumentETag::value).orElse(null));
            insert.setString(9, newTag.map(DocumentETag::value).orElse(null));
            insert.setLong(10, now.toEpochMilli());
            insert.setLong(11, fence.epoch());
            insert.executeUpdate();
        }
        return change;
    }

    private static Revision nextRevision(Connection connection, int shard) throws SQLException {
        try (PreparedStatement bump = connection.prepareStatement("INSERT INTO shard_seq(shard, seq) VALUES(?, 1)"
                + " ON CONFLICT(shard) DO UPDATE SET seq = seq + 1 RETURNING seq")) {
            bump.setInt(1, shard);
            try (ResultSet row = bump.executeQuery()) {
                row.next();
                return new Revision(shard, row.getLong(1));
            }
        }
    }
}
