package presentry.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Brings the tables of each set to the version this program knows, one transaction per version. */
final class Migrations {

    private final List<MigrationSet> sets;

    Migrations(List<MigrationSet> sets) {
        this.sets = sets;
    }

    /** Applies what is missing. The answer is a sentence if the database is newer than this program; it is then untouched. */
    Optional<String> apply(Connection connection) throws SQLException {
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS schema_version(name TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL)"
                        + " STRICT");
        for (MigrationSet set : sets) {
            int stored = storedVersion(connection, set);
            if (stored > set.version()) {
                return Optional.of("The tables `" + set.name() + "` have version " + stored
                        + ", but this program knows only" + " versions up to " + set.version()
                        + ": start the newer program, or restore an older copy of the folder.");
            }
        }
        for (MigrationSet set : sets) {
            for (int version = storedVersion(connection, set) + 1; version <= set.version(); version++) {
                migrate(connection, set, version);
            }
        }
        return Optional.empty();
    }

    /** How the tables differ from what {@link #apply} would make of them, in one sentence; empty if they do not. */
    Optional<String> difference(Connection connection) throws SQLException {
        for (MigrationSet set : sets) {
            int stored = storedVersion(connection, set);
            if (stored == 0) {
                return Optional.of("It has no tables `" + set.name() + "` yet: start the server on it once.");
            }
            if (stored != set.version()) {
                return Optional.of("The tables `" + set.name() + "` have version " + stored + ", and this program reads"
                        + " version " + set.version() + ": use the program that runs the server.");
            }
        }
        return Optional.empty();
    }

    private static void migrate(Connection connection, MigrationSet set, int version) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            for (String statement : set.statements(version)) {
                execute(connection, statement);
            }
            try (PreparedStatement update =
                    connection.prepareStatement("INSERT INTO schema_version(name, version) VALUES(?, ?)"
                            + " ON CONFLICT(name) DO UPDATE SET version = excluded.version")) {
                update.setString(1, set.name());
                update.setInt(2, version);
                update.executeUpdate();
            }
            execute(connection, "COMMIT");
        } catch (SQLException e) {
            execute(connection, "ROLLBACK");
            throw e;
        }
    }

    private static int storedVersion(Connection connection, MigrationSet set) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT version FROM schema_version WHERE name = ?")) {
            query.setString(1, set.name());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
