package presentry.agent.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import presentry.agent.model.EventName;
import presentry.agent.model.WaitingWatcher;
import presentry.storage.Fence;
import presentry.uri.Aor;

/** The table {@code waiting_watcher}: one row for each who waits for a decision without a subscription. */
final class WaitingRows {
    private static final String COLUMNS = "owner, winfo_id, event, shard, watcher, since, give_up_at, delivered, epoch";
    private static final String PUT =
            "INSERT OR REPLACE INTO waiting_watcher(" + COLUMNS + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DROP = "DELETE FROM waiting_watcher WHERE owner = ? AND winfo_id = ?";

    /** Of all owners, those of one owner together, who waits longest first. */
    static final String SELECT_ALL = "SELECT " + COLUMNS + " FROM waiting_watcher ORDER BY owner, give_up_at, winfo_id";

    /** Of the owner given as the only parameter. */
    static final String SELECT_OF_OWNER =
            "SELECT " + COLUMNS + " FROM waiting_watcher WHERE owner = ? ORDER BY give_up_at, winfo_id";

    private WaitingRows() {}

    static void put(Connection connection, Aor owner, WaitingWatcher waiting, Fence fence) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, owner.toString());
            put.setString(2, waiting.id());
            put.setString(3, waiting.event().text());
            put.setInt(4, owner.shard().number());
            put.setString(5, WatcherColumn.text(waiting.watcher()));
            put.setLong(6, waiting.since().toEpochMilli());
            put.setLong(7, waiting.giveUpAt().toEpochMilli());
            put.setBoolean(8, waiting.delivered());
            put.setLong(9, fence.epoch());
            put.executeUpdate();
        }
    }

    static void drop(Connection connection, Aor owner, String id) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setString(1, owner.toString());
            drop.setString(2, id);
            drop.executeUpdate();
        }
    }

    static Aor owner(ResultSet row) throws SQLException {
        return Aor.parse(row.getString("owner")).orElseThrow();
    }

    static WaitingWatcher read(ResultSet row) throws SQLException {
        return new WaitingWatcher(
                row.getString("winfo_id"),
                EventName.parse(row.getString("event")).orElseThrow(),
                WatcherColumn.read(row.getString("watcher")),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("give_up_at")),
                row.getBoolean("delivered"));
    }
}
