package presentry.xcap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.Change;
import presentry.xcap.store.DocumentSummary;
import presentry.xcap.store.NodeEdit;
import presentry.xcap.store.Revision;
import presentry.xcap.store.StoredDocument;

/** How values stand in columns. */
final class Rows {

    /** The shard of what belongs to no user. */
    private static final int GLOBAL_SHARD = 0;

    private Rows() {}

    static String xui(Owner owner) {
        return owner.user().map(Aor::toString).orElse("");
    }

    static int shard(Owner owner) {
        return owner.user().map(user -> user.shard().number()).orElse(GLOBAL_SHARD);
    }

    static Owner owner(String xui) {
        if (xui.isEmpty()) {
            return new Owner.Global();
        }
        return Aor.parse(xui)
                .<Owner>map(Owner.User::new)
                .orElseThrow(() -> new IllegalStateException("not an address of record in the database: " + xui));
    }

    /** Binds the three columns that name a document, from parameter {@code first} on. */
    static void bindKey(PreparedStatement statement, int first, DocumentSelector document) throws SQLException {
        statement.setString(first, xui(document.owner()));
        statement.setString(first + 1, document.auid());
        statement.setString(first + 2, document.path());
    }

    /** Reads the columns that name a document. */
    static DocumentSelector selector(ResultSet row) throws SQLException {
        return new DocumentSelector(row.getString("auid"), owner(row.getString("xui")), row.getString("path"));
    }

    /** Reads the columns mime, body, etag, updated_at. */
    static StoredDocument document(ResultSet row, DocumentSelector selector) throws SQLException {
        return new StoredDocument(
                selector,
                row.getString("mime"),
                DocumentBody.of(row.getBytes("body")),
                new DocumentETag(row.getString("etag")),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }

    /** Reads the columns that name a document, etag, octets and updated_at. */
    static DocumentSummary summary(ResultSet row) throws SQLException {
        return new DocumentSummary(
                selector(row),
                new DocumentETag(row.getString("etag")),
                row.getInt("octets"),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }

    /** Reads all columns of the change log but the epoch. */
    static Change change(ResultSet row) throws SQLException {
        return new Change(
                new Revision(row.getInt("shard"), row.getLong("seq")),
                selector(row),
                Optional.ofNullable(row.getString("old_etag")).map(DocumentETag::new),
                Optional.ofNullable(row.getString("new_etag")).map(DocumentETag::new),
                nodeEdit(row),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Optional<NodeEdit> nodeEdit(ResultSet row) throws SQLException {
        String patch = row.getString("patch");
        return Optional.ofNullable(row.getString("node_sel"))
                .map(selector -> new NodeEdit(selector, patch == null ? "" : patch));
    }
}
