package presentry.storage;

import java.sql.SQLException;

/**
 * Finds out whether the disk takes a write again, by one: as many octets as most documents need are written, and given free.
 */
final class TrialWrite {

    private final KeepingConnection connection;

    TrialWrite(KeepingConnection connection) {
        this.connection = connection;
    }

    /** @throws SQLException if the disk does not take it; a transaction may then be open */
    void run() throws SQLException {
        connection.run("BEGIN IMMEDIATE");
        connection.run("CREATE TABLE IF NOT EXISTS trial_write(octets BLOB NOT NULL) STRICT");
        connection.run("INSERT INTO trial_write(octets) VALUES(zeroblob(65536))");
        connection.run("COMMIT");
        connection.run("DROP TABLE trial_write");
    }
}
