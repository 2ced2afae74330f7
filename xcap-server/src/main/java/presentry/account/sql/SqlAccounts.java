package presentry.account.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import presentry.account.Accounts;
import presentry.account.Credentials;
import presentry.account.PasswordHash;
import presentry.storage.Database;
import presentry.storage.Writer;
import presentry.uri.Aor;

/**
 * Accounts in a table, with all of them in memory too, some 500 octets each: they are looked up for each request, and change
 * seldom. Memory follows the disk, after the COMMIT.
 */
public final class SqlAccounts implements Accounts {

    private final Writer writer;
    private final Map<Aor, Credentials> accounts = new ConcurrentHashMap<>();

    /** Reads all accounts of the database. */
    public SqlAccounts(Database database) {
        this.writer = database.writer();
        database.readers().read(connection -> {
            readAll(connection);
            return true;
        });
    }

    @Override
    public Optional<Credentials> of(Aor user) {
        return Optional.ofNullable(accounts.get(user.home()));
    }

    @Override
    public List<Credentials> all() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(Credentials::user))
                .toList();
    }

    @Override
    public CompletionStage<Boolean> put(Credentials credentials) {
        return writer.submit(
                connection -> {
                    boolean isNew = delete(connection, credentials.user()) == 0;
                    insert(connection, credentials);
                    return isNew;
                },
                isNew -> accounts.put(credentials.user(), credentials));
    }

    @Override
    public CompletionStage<Boolean> remove(Aor user) {
        return writer.submit(
                connection -> delete(connection, user.home()) > 0, existed -> accounts.remove(user.home()));
    }

    private void readAll(Connection connection) throws SQLException {
        String sql = "SELECT user, realm, short_sha256, short_md5, full_sha256, full_md5 FROM account";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Aor user = Aor.parse(row.getString(1)).orElseThrow();
                accounts.put(
                        user,
                        new Credentials(
                                user,
                                row.getString(2),
                                new PasswordHash(row.getString(3), row.getString(4)),
                                new PasswordHash(row.getString(5), row.getString(6))));
            }
        }
    }

    private static void insert(Connection connection, Credentials credentials) throws SQLException {
        String sql = "INSERT INTO account(user, realm, short_sha256, short_md5, full_sha256, full_md5)"
                + " VALUES(?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, credentials.user().toString());
            insert.setString(2, credentials.realm());
            insert.setString(3, credentials.shortName().sha256());
            insert.setString(4, credentials.shortName().md5());
            insert.setString(5, credentials.fullName().sha256());
            insert.setString(6, credentials.fullName().md5());
            insert.executeUpdate();
        }
    }

    private static int delete(Connection connection, Aor user) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM account WHERE user = ?")) {
            delete.setString(1, user.toString());
            return delete.executeUpdate();
        }
    }
}
