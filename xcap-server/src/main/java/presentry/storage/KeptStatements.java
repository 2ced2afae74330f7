package presentry.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * The statements that one connection has prepared and nobody is using. Who prepares the same text again gets one of them; a
 * statement that is closed comes back here instead of ending. Used by the thread that uses the connection.
 */
final class KeptStatements {

    /** More than all statements of the program together; the one used longest ago goes first. */
    private static final int MAX = 128;

    private final SQLiteConnection connection;
    private final SequencedMap<String, Kept> idle = new LinkedHashMap<>();

    KeptStatements(SQLiteConnection connection) {
        this.connection = connection;
    }

    /** A statement that nobody else uses until it is closed. */
    PreparedStatement prepare(String sql) throws SQLException {
        Kept kept = idle.remove(sql);
        return kept == null ? new Kept(sql) : kept;
    }

    private void keep(Kept statement) throws SQLException {
        Kept first = idle.putIfAbsent(statement.text, statement);
        if (first != null && first != statement) {
            statement.end();
        }
        if (idle.size() > MAX) {
            idle.pollFirstEntry().getValue().end();
        }
    }

    /** A statement whose closing forgets its results and parameters, but not what SQLite made of its text. */
    private final class Kept extends JDBC4PreparedStatement {

        private final String text;

        Kept(String sql) throws SQLException {
            super(connection, sql);
            this.text = sql;
        }

        /** After some failures the driver has ended the statement already. */
        @Override
        public void close() throws SQLException {
            if (pointer.isClosed()) {
                end();
                return;
            }
            rs.close();
            clearBatch();
            clearParameters();
            keep(this);
        }

        void end() throws SQLException {
            super.close();
        }
    }
}
