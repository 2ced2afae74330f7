package presentry.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The one SQLite file {@code presentry.db} in the data folder, locked against a second server. Write-ahead log with a full
 * flush at each COMMIT: an acknowledged write survives a killed process and a power loss.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** How long a connection waits for another process that holds the file, such as a backup. */
    private static final int BUSY_MILLIS = 5_000;

    private static final String FILE = "presentry.db";

    private static final int WAL_BYTES_KEPT = 16 << 20;

    private final FolderLock lock;
    private final KeepingConnection connection;
    private final Writer writer;
    private final Readers readers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Database(FolderLock lock, KeepingConnection connection, Writer writer, Readers readers) {
        this.lock = lock;
        this.connection = connection;
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens the folder with {@link StorageSettings#DEFAULT}. */
    public static Opening open(Path folder, List<MigrationSet> sets) {
        return open(folder, sets, StorageSettings.DEFAULT);
    }

    /**
     * Creates the folder if needed, locks it, and brings the tables of each set to their newest version.
     *
     * @param sets the tables of all packages that will write into this database
     */
    public static Opening open(Path folder, List<MigrationSet> sets, StorageSettings settings) {
        Optional<FolderLock> lock;
        try {
            makeForOwner(folder);
            keepToOwner(folder.resolve(FILE));
            lock = FolderLock.take(folder);
        } catch (IOException e) {
            return new Opening.Refused("The data folder " + folder + " cannot be written ("
                    + e.getClass().getSimpleName() + "): choose another folder or change its permissions.");
        }
        return lock.map(held -> openLocked(folder, sets, settings, held))
                .orElseGet(() -> new Opening.Refused("The data folder " + folder
                        + " is in use by another server: stop that server or choose another folder."));
    }

    /** A folder made here is its owner's alone; one that was there keeps its mode, and the log tells if others may enter. */
    private static void makeForOwner(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return;
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        if (!mode.endsWith("------")) {
            LOG.warn("Others than its owner may enter the data folder {} ({}): chmod 700 keeps them out", folder, mode);
        }
    }

    /** It holds what is as good as passwords. What SQLite puts beside the file gets the mode of the file. */
    private static void keepToOwner(Path file) throws IOException {
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static Opening openLocked(Path folder, List<MigrationSet> sets, StorageSettings settings, FolderLock lock) {
        Path file = folder.resolve(FILE);
        List<KeepingConnection> open = new ArrayList<>();
        try {
            KeepingConnection connection = remember(open, connect(file, false));
            Optional<String> newer = new Migrations(sets).apply(connection);
            if (newer.isPresent()) {
                giveUp(open, lock);
                return new Opening.Refused("The database " + file + " cannot be used. " + newer.get());
            }
            List<KeepingConnection> forReading = new ArrayList<>();
            for (int i = 0; i < settings.readers(); i++) {
                forReading.add(remember(open, connect(file, true)));
            }
            Readers readers = new Readers(forReading);
            return new Opening.Opened(new Database(lock, connection, new Writer(connection, settings), readers));
        } catch (SQLException e) {
            giveUp(open, lock);
            return new Opening.Refused("The database " + file + " cannot be opened (" + e.getMessage()
                    + "): restore it from a backup, or choose another data folder.");
        }
    }

    /** Where the database of a folder is. */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    private static KeepingConnection remember(List<KeepingConnection> open, KeepingConnection connection) {
        open.add(connection);
        return connection;
    }

    static KeepingConnection connect(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.FULL);
            config.setJournalSizeLimit(WAL_BYTES_KEPT);
        }
        return new KeepingConnection(file.toString(), config.toProperties());
    }

    private static void giveUp(List<KeepingConnection> open, FolderLock lock) {
        for (KeepingConnection connection : open) {
            try {
                connection.close();
            } catch (SQLException unusable) {
                LOG.debug("a connection does not close: {}", unusable.getMessage());
            }
        }
        release(lock);
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StorageException("the data folder could not be unlocked", e);
        }
    }

    /** The one thread through which everything is written. */
    public Writer writer() {
        return writer;
    }

    /** The pool through which everything is read. */
    public Readers readers() {
        return readers;
    }

    /** Finishes what is queued, closes the file and gives the folder free; once. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            writer.stop();
            readers.close();
            connection.close();
        } catch (SQLException e) {
            throw new StorageException("the database could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release(lock);
        }
    }
}
