package presentry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, as SQLite sees one: the file may have no further page. */
class FullDiskTest {

    private static final int PAGES_MORE_THAN_ENOUGH = 1_000_000;
    private static final StorageSettings IMPATIENT =
            new StorageSettings(100, 10, 2, Duration.ofMillis(5), Duration.ofSeconds(10));

    private final Database database;

    FullDiskTest(@TempDir Path folder) {
        database = ((Opening.Opened) Database.open(folder, List.of(TestTables.FIRST), IMPATIENT)).database();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWriteWithoutRoomIsRefusedAndTheProblemIsTold() {
        noMorePagesThan(1);

        CompletableFuture<Integer> refused = submit(put("large", 100_000));

        assertThatThrownBy(refused::join).hasCauseInstanceOf(StorageException.class);
        assertThat(database.writer().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("the disk takes no writes"));
    }

    @Test
    void whatIsStoredCanBeReadWhileThereIsNoRoom() {
        submit(put("before", 10)).join();
        noMorePagesThan(1);

        assertThatThrownBy(submit(put("large", 100_000))::join).hasCauseInstanceOf(StorageException.class);

        assertThat(names()).containsExactly("before");
    }

    @Test
    void aStatementThatIsWrongIsNoProblemOfTheDisk() {
        CompletableFuture<Integer> wrong = submit(connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO nowhere VALUES(1)")) {
                return statement.executeUpdate();
            }
        });

        assertThatThrownBy(wrong::join).hasCauseInstanceOf(StorageException.class);
        assertThat(database.writer().problem()).isEmpty();
    }

    @Test
    void theProblemEndsWithoutAnyWriteFromOutsideWhenThereIsRoomAgain() throws InterruptedException {
        noMorePagesThan(1);
        assertThatThrownBy(submit(put("large", 100_000))::join).hasCauseInstanceOf(StorageException.class);

        noMorePagesThan(PAGES_MORE_THAN_ENOUGH);

        while (database.writer().problem().isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(submit(put("large", 100_000)).join()).isEqualTo(1);
    }

    /** The limit is one of the writer's connection; SQLite takes no lower one than what is there. */
    private void noMorePagesThan(int pages) {
        submit(connection -> {
                    try (var pragma = connection.createStatement()) {
                        return pragma.execute("PRAGMA max_page_count = " + pages);
                    }
                })
                .join();
    }

    private <T> CompletableFuture<T> submit(Job<T> job) {
        return database.writer().submit(job).toCompletableFuture();
    }

    private static Job<Integer> put(String name, int octets) {
        return connection -> {
            try (var insert =
                    connection.prepareStatement("INSERT INTO entry(name, value) VALUES(? || hex(zeroblob(?)), 1)")) {
                insert.setString(1, name);
                insert.setInt(2, octets / 2);
                return insert.executeUpdate();
            }
        };
    }

    private List<String> names() {
        return database.readers().read(connection -> {
            try (var query = connection.prepareStatement("SELECT substr(name, 1, 6) FROM entry");
                    var row = query.executeQuery()) {
                return row.next() ? List.of(row.getString(1)) : List.of();
            }
        });
    }
}
