package presentry.xcap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import presentry.storage.Database;

/**
 * How many documents there are, counted on the disk when it is asked for.
 *
 * @param database opened with {@link XcapTables#MIGRATIONS} among its tables
 */
public record DocumentFigures(Database database) {

    /** The documents of all users and usages; blocks. */
    public long count() {
        return database.readers().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM document");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }
}
