package presentry.xcap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import presentry.storage.Database;
import presentry.uri.Aor;
import presentry.xcap.store.DocumentOwners;

/**
 * The users who have documents in the database of the data folder.
 *
 * @param database opened with {@link XcapTables#MIGRATIONS} among its tables
 */
public record SqlDocumentOwners(Database database) implements DocumentOwners {

    private static final String SELECT = "SELECT xui, count(*), sum(length(body)), max(updated_at) FROM document"
            + " WHERE xui > ? GROUP BY xui ORDER BY xui LIMIT ?"; // the global tree has an empty one

    @Override
    public List<Holding> after(String after, int max) {
        return database.readers().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setString(1, after);
                select.setInt(2, max);
                try (ResultSet row = select.executeQuery()) {
                    return holdings(row);
                }
            }
        });
    }

    private static List<Holding> holdings(ResultSet row) throws SQLException {
        List<Holding> holdings = new ArrayList<>();
        while (row.next()) {
            String owner = row.getString(1);
            holdings.add(new Holding(
                    Aor.parse(owner).orElseThrow(() -> new IllegalStateException("no address of record: " + owner)),
                    row.getLong(2),
                    row.getLong(3),
                    Instant.ofEpochMilli(row.getLong(4))));
        }
        return holdings;
    }
}
