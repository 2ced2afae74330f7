package presentry.xcap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import presentry.xcap.address.DocumentSelector;

/** The values that only one document on the server may have. */
final class Claims {

    private Claims() {}

    /** From now on the document claims these values and no others. */
    static void replace(Connection connection, DocumentSelector document, Set<String> claims) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM claim WHERE xui = ? AND auid = ? AND path = ?")) {
            Rows.bindKey(delete, 1, document);
            delete.executeUpdate();
        }
        if (claims.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO claim(xui, auid, path, value) VALUES(?, ?, ?, ?)")) {
            Rows.bindKey(insert, 1, document);
            for (String claim : claims) {
                insert.setString(4, claim);
                insert.executeUpdate();
            }
        }
    }
}
