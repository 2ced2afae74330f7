package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import presentry.xcap.store.Change;
import presentry.xcap.store.ChangeFeed.Positioned;
import presentry.xcap.store.Revision;

/** The rows of the change log. */
final class ChangeLog {

    private static final String SELECT =
            "SELECT position, shard, seq, auid, xui, path, node_sel, patch, old_etag, new_etag,"
                    + " at FROM change_log";

    private ChangeLog() {}

    static Revision head(Connection connection, int shard) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT seq FROM shard_seq WHERE shard = ?")) {
            query.setInt(1, shard);
            try (ResultSet row = query.executeQuery()) {
                return new Revision(shard, row.next() ? row.getLong(1) : 0);
            }
        }
    }

    static List<Change> read(Connection connection, Revision after, int max) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " WHERE shard = ? AND seq > ? ORDER BY seq LIMIT ?")) {
            query.setInt(1, after.shard());
            query.setLong(2, after.seq());
            query.setInt(3, max);
            return positioned(query).stream().map(Positioned::change).toList();
        }
    }

    static List<Positioned> readAll(Connection connection, long position, int max) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " WHERE position > ? ORDER BY position LIMIT ?")) {
            query.setLong(1, position);
            query.setInt(2, max);
            return positioned(query);
        }
    }

    private static List<Positioned> positioned(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<Positioned> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Positioned(row.getLong("position"), Rows.change(row)));
            }
            return found;
        }
    }

    static long last(Connection connection) throws SQLException {
        String sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change_log'), 0)";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Positions are never given twice, so the counter of the table knows them even when the log is empty. */
    static long forgotten(Connection connection) throws SQLException {
        String sql = "SELECT coalesce((SELECT min(position) - 1 FROM change_log),"
                + " (SELECT seq FROM sqlite_sequence WHERE name = 'change_log'), 0)";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Only from the beginning on, so that the log has no holes. */
    static int forget(Connection connection, Instant before, long keep, int max) throws SQLException {
        String sql = "WITH oldest AS (SELECT position, at FROM change_log ORDER BY position LIMIT ?1),"
                + " tooOld(position) AS (SELECT coalesce((SELECT min(position) - 1 FROM oldest WHERE at >= ?2),"
                + " (SELECT max(position) FROM oldest))),"
                + " tooMany(position) AS (SELECT min((SELECT max(position) FROM oldest), ?3))"
                + " DELETE FROM change_log WHERE position <="
                + " (SELECT max(tooOld.position, tooMany.position) FROM tooOld, tooMany)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, max);
            delete.setLong(2, before.toEpochMilli());
            delete.setLong(3, last(connection) - keep);
            return delete.executeUpdate();
        }
    }
}
