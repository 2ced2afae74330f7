package presentry.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A pool of read-only connections. Reading blocks the calling thread, which is a virtual one or one kept for reading. */
public final class Readers {

    private final int count;
    private final BlockingQueue<KeepingConnection> idle;

    Readers(List<KeepingConnection> connections) {
        this.count = connections.size();
        this.idle = new ArrayBlockingQueue<>(count, false, connections);
    }

    /**
     * Answers a query from one snapshot; waits for a free connection.
     *
     * @throws StorageException if the query fails, or the thread is interrupted while it waits
     */
    public <T> T read(Query<T> query) {
        KeepingConnection reader = take();
        try {
            return read(query, reader);
        } catch (SQLException e) {
            throw new StorageException("a query failed: " + e.getMessage(), e);
        } finally {
            idle.add(reader);
        }
    }

    /** Waits until each query has ended, and closes the connections. */
    void close() throws SQLException {
        for (int closed = 0; closed < count; closed++) {
            take().close();
        }
    }

    private KeepingConnection take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while waiting for a database connection", e);
        }
    }

    private static <T> T read(Query<T> query, KeepingConnection connection) throws SQLException {
        connection.run("BEGIN");
        try {
            return query.run(connection);
        } finally {
            connection.run("COMMIT");
        }
    }
}
