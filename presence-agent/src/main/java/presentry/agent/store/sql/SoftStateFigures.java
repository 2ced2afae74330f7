package presentry.agent.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import presentry.storage.Database;

/**
 * How much soft state there is, counted from the disk when it is asked for.
 *
 * @param database opened with {@link AgentTables#MIGRATIONS} among its tables
 */
public record SoftStateFigures(Database database) {

    /**
     * How many of one kind there are.
     *
     * @param event the event package
     * @param status of the subscriptions, in lower case; empty for publications
     */
    public record Count(String event, String status, long number) {}

    /** The subscriptions by event package and status; blocks. */
    public List<Count> subscriptions() {
        return counts("SELECT event, status, count(*) FROM subscription GROUP BY event, status");
    }

    /** The publications by event package; blocks. */
    public List<Count> publications() {
        return counts("SELECT event, '', count(*) FROM publication GROUP BY event");
    }

    private List<Count> counts(String sql) {
        return database.readers().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet rows = select.executeQuery()) {
                return counts(rows);
            }
        });
    }

    private static List<Count> counts(ResultSet rows) throws SQLException {
        List<Count> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new Count(rows.getString(1), rows.getString(2).toLowerCase(Locale.ROOT), rows.getLong(3)));
        }
        return counts;
    }
}
