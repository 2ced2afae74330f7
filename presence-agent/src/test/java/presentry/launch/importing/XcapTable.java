package presentry.launch.importing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A table {@code xcap} as other servers make it, in a database of its own kind. */
public final class XcapTable implements AutoCloseable {
    private final Connection connection;

    /** @param octets what the database calls a column of octets */
    public XcapTable(String url, String user, String octets) throws SQLException {
        connection = DriverManager.getConnection(url, user, "");
        try (var ddl = connection.createStatement()) {
            ddl.execute("CREATE TABLE xcap (id INTEGER PRIMARY KEY, username VARCHAR(64) NOT NULL,"
                    + " domain VARCHAR(64) NOT NULL, doc " + octets + " NOT NULL, doc_type INTEGER NOT NULL,"
                    + " etag VARCHAR(64) NOT NULL, source INTEGER NOT NULL, doc_uri VARCHAR(255) NOT NULL,"
                    + " port INTEGER NOT NULL)");
        }
    }

    /** Adds a document of a user of example.com. */
    public XcapTable with(int id, String username, int docType, String docUri, String document) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO xcap(id, username, domain, doc, doc_type, etag,"
                + " source, doc_uri, port) VALUES(?, ?, 'example.com', ?, ?, 'etag', 0, ?, 0)")) {
            insert.setInt(1, id);
            insert.setString(2, username);
            insert.setBytes(3, document.getBytes(StandardCharsets.UTF_8));
            insert.setInt(4, docType);
            insert.setString(5, docUri);
            insert.executeUpdate();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
