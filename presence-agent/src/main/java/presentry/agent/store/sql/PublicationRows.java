package presentry.agent.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.storage.Fence;
import presentry.uri.Aor;

/** The table {@code publication}: one row a piece of published event state. */
final class PublicationRows {
    private static final String COLUMNS =
            "owner, event, tag, shard, content_type, body, expires_at, first_published, epoch, origin";
    private static final String PUT =
            "INSERT OR REPLACE INTO publication(" + COLUMNS + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DROP = "DELETE FROM publication WHERE owner = ? AND event = ? AND tag = ?";

    /** Of all owners, those of one owner together, first published first. */
    static final String SELECT_ALL = "SELECT " + COLUMNS + " FROM publication ORDER BY owner, first_published, rowid";

    /** Of the owner given as the only parameter. */
    static final String SELECT_OF_OWNER =
            "SELECT " + COLUMNS + " FROM publication WHERE owner = ? ORDER BY first_published, rowid";

    private PublicationRows() {}

    static void put(Connection connection, Aor owner, Publication publication, Fence fence) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, owner.toString());
            put.setString(2, publication.event().text());
            put.setString(3, publication.tag().value());
            put.setInt(4, owner.shard().number());
            put.setString(5, publication.contentType());
            put.setString(6, publication.body());
            put.setLong(7, publication.expiresAt().toEpochMilli());
            put.setLong(8, publication.firstPublished().toEpochMilli());
            put.setLong(9, fence.epoch());
            put.setString(10, publication.origin());
            put.executeUpdate();
        }
    }

    static void drop(Connection connection, Aor owner, EventName event, EntityTag tag) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setString(1, owner.toString());
            drop.setString(2, event.text());
            drop.setString(3, tag.value());
            drop.executeUpdate();
        }
    }

    static Aor owner(ResultSet row) throws SQLException {
        return Aor.parse(row.getString("owner")).orElseThrow();
    }

    static Publication read(ResultSet row) throws SQLException {
        return new Publication(
                new EventName(row.getString("event")),
                new EntityTag(row.getString("tag")),
                row.getString("content_type"),
                row.getString("body"),
                row.getString("origin"),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                Instant.ofEpochMilli(row.getLong("first_published")));
    }
}
