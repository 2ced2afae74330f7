package presentry.account.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import presentry.account.Accounts;
import presentry.account.Login;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.uri.Aor;

/** Accounts in the database. With these in use only who has an account is a user. */
public final class SqlAccounts implements Accounts {

    private final Database database;
    private final Fence fence;
    private final String realm;
    private final InstantSource clock;

    /**
     * @param database opened with {@link AccountTables#MIGRATIONS}
     * @param realm is hashed into each login: with another one no password fits
     */
    public SqlAccounts(Database database, Fence fence, String realm, InstantSource clock) {
        this.database = database;
        this.fence = fence;
        this.realm = realm;
        this.clock = clock;
    }

    @Override
    public boolean exists(Aor user) {
        return database.readers().read(connection -> exists(connection, user.home()));
    }

    @Override
    public boolean hasAccount(Aor user) {
        return exists(user);
    }

    private static boolean exists(Connection connection, Aor user) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM account WHERE xui = ?")) {
            query.setString(1, user.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public List<Login> named(String name) {
        return database.readers().read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT xui, name, md5, sha256 FROM login WHERE name = ? AND realm = ? ORDER BY xui")) {
                query.setString(1, name);
                query.setString(2, realm);
                try (ResultSet row = query.executeQuery()) {
                    List<Login> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(new Login(
                                user(row.getString("xui")),
                                row.getString("name"),
                                row.getString("md5"),
                                row.getString("sha256")));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public List<Aor> list() {
        return database.readers().read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT xui FROM account ORDER BY xui");
                    ResultSet row = query.executeQuery()) {
                List<Aor> found = new ArrayList<>();
                while (row.next()) {
                    found.add(user(row.getString(1)));
                }
                return found;
            }
        });
    }

    private static Aor user(String xui) {
        return Aor.parse(xui)
                .orElseThrow(() -> new IllegalStateException("not an address of record in the database: " + xui));
    }

    @Override
    public CompletionStage<Boolean> put(Aor user, String password) {
        Aor home = user.home();
        return database.writer().submit(connection -> {
            boolean isNew = !exists(connection, home);
            if (isNew) {
                insert(connection, home);
            }
            for (String name : List.of(home.user(), home.user() + "@" + home.host())) {
                upsert(connection, Login.of(home, name, realm, password));
            }
            return isNew;
        });
    }

    private void insert(Connection connection, Aor user) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO account(xui, created_at, epoch) VALUES(?, ?, ?)")) {
            insert.setString(1, user.toString());
            insert.setLong(2, clock.millis());
            insert.setLong(3, fence.epoch());
            insert.executeUpdate();
        }
    }

    private void upsert(Connection connection, Login login) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO login(name, xui, realm, md5, sha256) VALUES(?, ?, ?, ?, ?) ON CONFLICT(name, xui)"
                        + " DO UPDATE SET realm = excluded.realm, md5 = excluded.md5, sha256 = excluded.sha256")) {
            upsert.setString(1, login.name());
            upsert.setString(2, login.user().toString());
            upsert.setString(3, realm);
            upsert.setString(4, login.md5());
            upsert.setString(5, login.sha256());
            upsert.executeUpdate();
        }
    }

    @Override
    public CompletionStage<Boolean> remove(Aor user) {
        return database.writer().submit(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM account WHERE xui = ?")) {
                delete.setString(1, user.home().toString());
                return delete.executeUpdate() > 0;
            }
        });
    }
}
