package presentry.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection on which preparing the same statement again costs nothing. */
final class KeepingConnection extends JDBC4Connection {

    private final KeptStatements statements = new KeptStatements(this);

    KeepingConnection(String file, Properties settings) throws SQLException {
        super("jdbc:sqlite:" + file, file, settings);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return statements.prepare(sql);
    }

    /** Executes a statement that has neither parameters nor results. */
    void run(String sql) throws SQLException {
        try (PreparedStatement statement = prepareStatement(sql)) {
            statement.execute();
        }
    }
}
