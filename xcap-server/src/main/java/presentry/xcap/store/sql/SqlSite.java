package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import presentry.storage.StorageException;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.store.Site;
import presentry.xcap.store.StoredDocument;

/** The place of one document within one transaction. */
final class SqlSite implements Site {

    private final Connection connection;
    private final DocumentSelector document;
    private final Optional<StoredDocument> current;

    SqlSite(Connection connection, DocumentSelector document, Optional<StoredDocument> current) {
        this.connection = connection;
        this.document = document;
        this.current = current;
    }

    @Override
    public Optional<StoredDocument> current() {
        return current;
    }

    @Override
    public Optional<String> obstacle() {
        String sql = "SELECT path FROM document WHERE xui = ?1 AND auid = ?2"
                + " AND (substr(path, 1, length(?3) + 1) = ?3 || '/' OR substr(?3, 1, length(path) + 1) = path || '/')"
                + " LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Rows.bindKey(query, 1, document);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException("the directories of a user could not be examined", e);
        }
    }

    @Override
    public int documentsOf(Owner owner) {
        try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM document WHERE xui = ?")) {
            query.setString(1, Rows.xui(owner));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new StorageException("the documents of a user could not be counted", e);
        }
    }

    @Override
    public long octetsOf(Owner owner, List<String> auids) {
        long octets = 0;
        try (PreparedStatement query =
                connection.prepareStatement("SELECT sum(length(body)) FROM document WHERE xui = ? AND auid = ?")) {
            query.setString(1, Rows.xui(owner));
            for (String auid : auids) {
                query.setString(2, auid);
                try (ResultSet row = query.executeQuery()) {
                    octets += row.next() ? row.getLong(1) : 0;
                }
            }
            return octets;
        } catch (SQLException e) {
            throw new StorageException("the documents of a user could not be measured", e);
        }
    }

    @Override
    public Optional<DocumentSelector> holder(String claim) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT xui, auid, path FROM claim WHERE value = ?")) {
            query.setString(1, claim);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(Rows.selector(row)).filter(holder -> !holder.equals(document))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException("the holder of a unique value could not be found", e);
        }
    }
}
