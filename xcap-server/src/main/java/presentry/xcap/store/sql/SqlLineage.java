package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import presentry.storage.Writer;
import presentry.xcap.store.Lineage;

/** The starts of the server on its data folder. */
public final class SqlLineage {

    /** A cursor from before the oldest of them is as good as none. */
    private static final int MOST = 1000;

    private SqlLineage() {}

    /**
     * Stores that the server starts. To be called once, before the first change of this run.
     *
     * @param random must not give the same numbers in another run
     * @return completes when it is on disk
     */
    public static CompletionStage<Lineage> begin(Writer writer, RandomGenerator random) {
        long id = random.nextLong(1, Long.MAX_VALUE);
        return writer.submit(connection -> {
            insert(connection, id);
            forgetTheOldest(connection);
            return read(connection);
        });
    }

    private static void insert(Connection connection, long id) throws SQLException {
        String sql = "INSERT INTO start(number, id, begins) SELECT coalesce(max(number), 0) + 1, ?, ? FROM start";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setLong(2, ChangeLog.last(connection));
            insert.executeUpdate();
        }
    }

    private static void forgetTheOldest(Connection connection) throws SQLException {
        String sql = "DELETE FROM start WHERE number <= (SELECT max(number) FROM start) - ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, MOST);
            delete.executeUpdate();
        }
    }

    private static Lineage read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id, begins FROM start ORDER BY number");
                ResultSet row = query.executeQuery()) {
            List<Lineage.Start> starts = new ArrayList<>();
            while (row.next()) {
                starts.add(new Lineage.Start(row.getLong(1), row.getLong(2)));
            }
            return new Lineage(starts);
        }
    }
}
