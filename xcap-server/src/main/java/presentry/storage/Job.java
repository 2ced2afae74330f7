package presentry.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the writer does within a transaction. A job runs statements only: it neither begins nor ends transactions, waits for
 * nothing and keeps no reference to the connection. It may be run a second time after the first was undone, so it leaves no
 * trace but in the database.
 *
 * @param <T> what the job answers once its batch is on disk
 */
@FunctionalInterface
public interface Job<T> {

    /**
     * Runs the job's statements.
     *
     * @throws SQLException if a statement fails; the job is undone and fails alone
     */
    T run(Connection connection) throws SQLException;
}
