package presentry.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A look into the database of a data folder, also while a server runs on it: it reads what was committed last, takes no lock that
 * anybody would wait for, and changes neither rows nor tables.
 */
public final class DatabaseView implements AutoCloseable {

    private final Readers readers;

    private DatabaseView(Readers readers) {
        this.readers = readers;
    }

    /** All that opening can end in. */
    public sealed interface Opened {

        /** The tables are those that this program knows. */
        record Ready(DatabaseView view) implements Opened {}

        /**
         * There is nothing to be read.
         *
         * @param sentence what is wrong, where, and what to do
         */
        record Refused(String sentence) implements Opened {}
    }

    /**
     * Opens the database of a folder.
     *
     * @param sets the tables that are going to be read; they must have the versions that this program would bring them to
     */
    public static Opened open(Path folder, List<MigrationSet> sets) {
        if (!Files.isDirectory(folder)) {
            return new Opened.Refused("There is no folder " + folder + ": give the data folder of a server.");
        }
        Path file = Database.file(folder);
        if (!Files.exists(file)) {
            return new Opened.Refused("The folder " + folder + " holds no database (" + file.getFileName()
                    + "): give the folder that a server was started with.");
        }
        try {
            return opened(file, Database.connect(file, true), sets);
        } catch (SQLException e) {
            return new Opened.Refused("The database " + file + " cannot be read (" + e.getMessage() + ").");
        }
    }

    private static Opened opened(Path file, KeepingConnection connection, List<MigrationSet> sets) throws SQLException {
        try {
            Optional<String> other = new Migrations(sets).difference(connection);
            if (other.isPresent()) {
                connection.close();
                return new Opened.Refused("The database " + file + " cannot be used. " + other.get());
            }
            return new Opened.Ready(new DatabaseView(new Readers(List.of(connection))));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Answers queries, one at a time. */
    public Readers readers() {
        return readers;
    }

    @Override
    public void close() {
        try {
            readers.close();
        } catch (SQLException e) {
            throw new StorageException("the database could not be closed", e);
        }
    }
}
