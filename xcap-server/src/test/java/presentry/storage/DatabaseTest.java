package presentry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder = Path.of("replaced by JUnit");

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        try (Database database = opened(TestTables.FIRST)) {
            database.writer().submit(put("a", 1)).toCompletableFuture().join();
        }

        try (Database database = opened(TestTables.FIRST)) {
            assertThat(names(database)).containsExactly("a");
        }
    }

    @Test
    void theFolderIsCreatedWhenItIsMissing() {
        Path missing = folder.resolve("one/two");

        Opening opening = Database.open(missing, List.of(TestTables.FIRST));

        assertThat(opening).isInstanceOf(Opening.Opened.class);
        ((Opening.Opened) opening).database().close();
    }

    @Test
    void aFolderThatIsMadeIsItsOwnersAlone() throws IOException {
        Path missing = folder.resolve("new");
        assumeTrue(missing.getFileSystem().supportedFileAttributeViews().contains("posix"), "skipped: no POSIX modes");

        ((Opening.Opened) Database.open(missing, List.of(TestTables.FIRST)))
                .database()
                .close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
                .isEqualTo("rwx------");
    }

    @Test
    void aNewerVersionOfTheTablesIsMigratedInPlace() {
        try (Database database = opened(TestTables.FIRST)) {
            database.writer().submit(put("a", 1)).toCompletableFuture().join();
        }

        try (Database database = opened(TestTables.SECOND)) {
            int remarks = database.readers().read(connection -> count(connection, "SELECT count(remark) FROM entry"));
            assertThat(remarks).isZero();
            assertThat(names(database)).containsExactly("a");
        }
    }

    @Test
    void tablesOfANewerProgramAreRefusedWithASentence() {
        opened(TestTables.SECOND).close();

        Opening opening = Database.open(folder, List.of(TestTables.FIRST));

        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .contains("`test` have version 2")
                                .contains("up to 1"));
    }

    @Test
    void aFolderInUseIsRefusedWithASentence() {
        try (Database inUse = opened(TestTables.FIRST)) {
            Opening opening = Database.open(folder, List.of(TestTables.FIRST));

            assertThat(inUse.writer().problem()).isEmpty();
            assertThat(opening)
                    .isInstanceOfSatisfying(
                            Opening.Refused.class,
                            refused -> assertThat(refused.sentence()).contains("in use by another server"));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedWithASentenceAndLeftAsItIs() throws IOException {
        Path file = folder.resolve("presentry.db");
        Files.writeString(file, "this is a letter and not a database, ".repeat(50));

        Opening opening = Database.open(folder, List.of(TestTables.FIRST));

        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("cannot be opened"));
        assertThat(file).content().startsWith("this is a letter");
    }

    @Test
    void aFolderThatIsAFileIsRefusedWithASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        Opening opening = Database.open(file, List.of(TestTables.FIRST));

        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("cannot be written"));
    }

    @Test
    void aFolderWithoutPermissionIsRefusedWithASentence() {
        Path locked = folder.resolve("locked");
        assumeTrue(
                locked.toFile().mkdir() && locked.toFile().setWritable(false) && !Files.isWritable(locked),
                "skipped: this user, such as root, may write into every folder");

        Opening opening = Database.open(locked, List.of(TestTables.FIRST));

        assertThat(opening).isInstanceOf(Opening.Refused.class);
    }

    private Database opened(MigrationSet tables) {
        return ((Opening.Opened) Database.open(folder, List.of(tables))).database();
    }

    private static Job<Integer> put(String name, int value) {
        return connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO entry(name, value) VALUES(?, ?)")) {
                insert.setString(1, name);
                insert.setInt(2, value);
                return insert.executeUpdate();
            }
        };
    }

    private static List<String> names(Database database) {
        return database.readers().read(connection -> {
            try (var query = connection.createStatement();
                    var row = query.executeQuery("SELECT group_concat(name, ' ') FROM entry")) {
                row.next();
                return List.of(row.getString(1).split(" "));
            }
        });
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
