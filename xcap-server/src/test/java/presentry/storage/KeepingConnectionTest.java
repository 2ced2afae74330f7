package presentry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingConnectionTest {

    private static final String INSERT = "INSERT INTO entry(name) VALUES(?)";
    private static final String ALL = "SELECT name FROM entry ORDER BY name";

    private final KeepingConnection connection;

    KeepingConnectionTest(@TempDir Path folder) throws SQLException {
        connection = new KeepingConnection(folder.resolve("test.db").toString(), new Properties());
        try (var ddl = connection.createStatement()) {
            ddl.execute("CREATE TABLE entry(name TEXT NOT NULL PRIMARY KEY)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void theSameTextIsPreparedOnce() throws SQLException {
        var first = connection.prepareStatement(ALL);
        first.close();

        assertThat(connection.prepareStatement(ALL)).isSameAs(first);
    }

    @Test
    void aStatementInUseIsGivenToNobodyElse() throws SQLException {
        insert("a");
        insert("b");

        try (var outer = connection.prepareStatement(ALL);
                var outerRow = outer.executeQuery()) {
            outerRow.next();
            try (var inner = connection.prepareStatement(ALL);
                    var innerRow = inner.executeQuery()) {
                innerRow.next();
                assertThat(innerRow.getString(1)).isEqualTo("a");
            }
            outerRow.next();
            assertThat(outerRow.getString(1)).isEqualTo("b");
        }
    }

    @Test
    void aParameterThatIsNotSetAgainIsNoLongerThere() throws SQLException {
        insert("a");

        assertThatThrownBy(() -> {
                    try (var insert = connection.prepareStatement(INSERT)) {
                        insert.executeUpdate();
                    }
                })
                .hasMessageContaining("NOT NULL");
    }

    @Test
    void aStatementThatFailedServesAgain() throws SQLException {
        insert("a");
        assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);

        insert("b");

        try (var query = connection.prepareStatement("SELECT count(*) FROM entry");
                var row = query.executeQuery()) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void aStatementThatTheDriverEndedIsPreparedAnew() throws SQLException {
        try (var rollback = connection.prepareStatement("ROLLBACK")) {
            assertThatThrownBy(rollback::execute).hasMessageContaining("no transaction is active");
        }

        connection.run("BEGIN");
        insert("a");
        connection.run("ROLLBACK");

        try (var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void anUnfinishedResultHoldsNoLockAfterItsStatementIsClosed() throws SQLException {
        insert("a");
        insert("b");
        try (var query = connection.prepareStatement(ALL)) {
            query.executeQuery().next();
        }

        try (var ddl = connection.createStatement()) {
            ddl.execute("DROP TABLE entry"); // locked as long as somebody reads
        }
        assertThatThrownBy(() -> connection.prepareStatement(ALL).executeQuery())
                .hasMessageContaining("no such table");
    }

    @Test
    void closingTwiceDoesNoHarm() throws SQLException {
        var statement = connection.prepareStatement(ALL);
        statement.close();
        statement.close();

        try (var again = connection.prepareStatement(ALL);
                var row = again.executeQuery()) {
            assertThat(row.next()).isFalse();
        }
    }

    private void insert(String name) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }
}
