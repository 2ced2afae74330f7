package presentry.launch.importing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The database of another server, only read.
 *
 * @param url for JDBC: of PostgreSQL, of MySQL or MariaDB, or of an SQLite file
 * @param user of the database; empty for none
 * @param password of that user; empty for none
 * @param table with the documents
 */
public record Source(String url, String user, String password, String table) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final Pattern KNOWN = Pattern.compile("jdbc:(postgresql|mysql|mariadb|sqlite):.+");
    private static final int ROWS_AT_A_TIME = 100;

    /** Why nothing can be read from it, before anything is tried: one sentence; empty if it can be tried. */
    public Optional<String> problem() {
        if (!KNOWN.matcher(url).matches()) {
            return Optional.of("The URL of the database must begin with jdbc:postgresql:, jdbc:mysql:, jdbc:mariadb: or"
                    + " jdbc:sqlite:, as in jdbc:postgresql://localhost/kamailio.");
        }
        if (!NAME.matcher(table).matches()) {
            return Optional.of("`" + table + "` cannot be the name of a table.");
        }
        return Optional.empty();
    }

    /**
     * Hands out all rows, those of one owner together.
     *
     * @return what went wrong, in one sentence; empty if nothing did
     */
    Optional<String> read(Consumer<SourceRow> into) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false); // PostgreSQL hands out rows by and by only within a transaction
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT username, domain, doc_type, doc_uri, doc FROM " + table + " ORDER BY domain, username")) {
                query.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        into.accept(row(row));
                    }
                }
            }
            connection.rollback();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("The documents cannot be read from the table " + table + ": " + e.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        if (url.startsWith("jdbc:sqlite:")) {
            properties.setProperty("open_mode", "1"); // read-only: a file that is missing is not made
        }
        return DriverManager.getConnection(url.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"), properties);
    }

    private static SourceRow row(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("doc");
        return new SourceRow(
                text(row, "username"),
                text(row, "domain"),
                row.getInt("doc_type"),
                text(row, "doc_uri"),
                body == null ? new byte[0] : body);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text.strip();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return table + " of " + url;
    }
}
