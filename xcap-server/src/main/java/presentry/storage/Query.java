package presentry.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a reader does within one snapshot of the database: all its statements see the same state.
 *
 * @param <T> what the query answers
 */
@FunctionalInterface
public interface Query<T> {

    /**
     * Runs the query's statements on a read-only connection.
     *
     * @throws SQLException if a statement fails
     */
    T run(Connection connection) throws SQLException;
}
