package presentry.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A pool of read-only connections. Reading blocks the calling thread, which is a virtual one or one kept for reading. */
public final class Readers {

    private final int count;
    private final BlockingQueue<Reader> idle;

    Readers(List<Connection> connections) throws SQLException {
        this.count = connections.size();
        this.idle = new ArrayBlockingQueue<>(count);
        for (Connection connection : connections) {
            idle.add(new Reader(
                    connection, connection.prepareStatement("BEGIN"), connection.prepareStatement("COMMIT")));
        }
    }

    /**
     * Answers a query from one snapshot; waits for a free connection.
     *
     * @throws StorageException if the query fails, or the thread is interrupted while it waits
     */
    public <T> T read(Query<T> query) {
        Reader reader = take();
        try {
            return reader.run(query);
        } catch (SQLException e) {
            throw new StorageException("a query failed: " + e.getMessage(), e);
        } finally {
            idle.add(reader);
        }
    }

    /** Waits until each query has ended, and closes the connections. */
    void close() throws SQLException {
        for (int closed = 0; closed < count; closed++) {
            take().connection.close();
        }
    }

    private Reader take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while waiting for a database connection", e);
        }
    }

    private record Reader(Connection connection, PreparedStatement begin, PreparedStatement end) {

        <T> T run(Query<T> query) throws SQLException {
            begin.execute();
            try {
                return query.run(connection);
            } finally {
                end.execute();
            }
        }
    }
}
