package presentry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    @TempDir
    Path folder = Path.of("replaced by JUnit");

    private Database database;

    WriterTest(@TempDir Path first) {
        database = open(first, StorageSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFailingJobIsUndoneAndFailsAlone() {
        CountDownLatch hold = holdTheWriter();
        CompletableFuture<Integer> good = submit(put("good"));
        CompletableFuture<Integer> bad = submit(connection -> {
            put("half").run(connection);
            throw new SQLException("on purpose");
        });
        CompletableFuture<Integer> after = submit(put("after"));
        hold.countDown();

        CompletableFuture.allOf(good, after).join();
        assertThatThrownBy(bad::join).hasRootCauseMessage("on purpose");
        assertThat(names()).containsExactly("after", "good");
    }

    @Test
    void aJobThatThrowsADefectFailsAloneAndTheWriterGoesOn() {
        CompletableFuture<Integer> bad = submit(connection -> {
            throw new IllegalStateException("defect");
        });

        assertThatThrownBy(bad::join).hasRootCauseMessage("defect");
        assertThat(submit(put("next")).join()).isEqualTo(1);
    }

    @Test
    void aJobThatOnlyTheCommitFindsWrongFailsAlone() {
        submit(connection -> {
                    try (var ddl = connection.createStatement()) {
                        return ddl.executeUpdate("CREATE TABLE child(name TEXT REFERENCES entry(name)"
                                + " DEFERRABLE INITIALLY DEFERRED)");
                    }
                })
                .join();
        CountDownLatch hold = holdTheWriter();
        CompletableFuture<Integer> good = submit(put("good"));
        CompletableFuture<Integer> orphan = submit(connection -> {
            try (var insert = connection.createStatement()) {
                return insert.executeUpdate("INSERT INTO child(name) VALUES('nobody')");
            }
        });
        CompletableFuture<Integer> after = submit(put("after"));
        hold.countDown();

        assertThatThrownBy(orphan::join).hasCauseInstanceOf(StorageException.class);
        assertThat(good.join() + after.join()).isEqualTo(2);
        assertThat(names()).containsExactly("after", "good");
    }

    @Test
    void jobsThatShareACommitWithAFailingOneAreStoredInTheirOrder() {
        CountDownLatch hold = holdTheWriter();
        List<CompletableFuture<Integer>> jobs = IntStream.range(0, 20)
                .mapToObj(i -> submit(i == 13 ? failing() : append(i)))
                .toList();
        hold.countDown();

        CompletableFuture.allOf(jobs.toArray(CompletableFuture<?>[]::new))
                .exceptionally(oneFailed -> null)
                .join();

        assertThat(jobs.get(13)).isCompletedExceptionally();
        assertThat(names()).containsExactly(" 0 1 2 3 4 5 6 7 8 9 10 11 12 14 15 16 17 18 19");
    }

    private static Job<Integer> failing() {
        return connection -> {
            throw new SQLException("on purpose");
        };
    }

    /** Adds a number to the name of the only entry. */
    private static Job<Integer> append(int number) {
        return connection -> {
            try (var insert = connection.prepareStatement("INSERT OR IGNORE INTO entry(name, value) SELECT '', 1"
                            + " WHERE NOT EXISTS (SELECT 1 FROM entry)");
                    var update = connection.prepareStatement("UPDATE entry SET name = name || ' ' || ?")) {
                insert.executeUpdate();
                update.setInt(1, number);
                return update.executeUpdate();
            }
        };
    }

    @Test
    void whatFollowsACommitRunsBeforeTheStageCompletes() {
        List<String> order = new ArrayList<>();

        database.writer()
                .submit(put("a"), answer -> order.add("after commit, " + names().size() + " stored"))
                .thenAccept(answer -> order.add("completed"))
                .toCompletableFuture()
                .join();

        assertThat(order).containsExactly("after commit, 1 stored", "completed");
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        database.close();
        database = open(folder, new StorageSettings(1, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(10)));
        CountDownLatch hold = holdTheWriter();
        CompletableFuture<Integer> waiting = submit(put("waiting"));

        CompletableFuture<Integer> refused = submit(put("refused"));

        assertThat(refused).isCompletedExceptionally();
        hold.countDown();
        assertThat(waiting.join()).isEqualTo(1);
    }

    @Test
    void closingFinishesWhatIsQueuedAndRefusesWhatComesLater() {
        List<CompletableFuture<Integer>> queued =
                IntStream.range(0, 100).mapToObj(i -> submit(put("n" + i))).toList();

        database.close();

        assertThat(queued).allSatisfy(stage -> assertThat(stage).isCompletedWithValue(1));
        assertThat(submit(put("late"))).isCompletedExceptionally();
        database = open(folder, StorageSettings.DEFAULT);
    }

    @Test
    void aWriteThatDoesNotEndIsAProblemAndNoneWhenItHasEnded() {
        database.close();
        database = open(folder, new StorageSettings(1, 1, 1, Duration.ofSeconds(1), Duration.ofMillis(1)));
        CountDownLatch hold = holdTheWriter();
        CompletableFuture<Integer> next = submit(put("next"));

        await(() -> database.writer().problem().isPresent());
        assertThat(database.writer().problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("a write has been waiting for the disk"));

        hold.countDown();
        next.join();
        await(() -> database.writer().problem().isEmpty());
    }

    /** Returns when this is so; JUnit's limit of a test ends it if it never is. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Database open(Path folder, StorageSettings settings) {
        return ((Opening.Opened) Database.open(folder, List.of(TestTables.FIRST), settings)).database();
    }

    private <T> CompletableFuture<T> submit(Job<T> job) {
        return database.writer().submit(job).toCompletableFuture();
    }

    private static Job<Integer> put(String name) {
        return connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO entry(name, value) VALUES(?, 1)")) {
                insert.setString(1, name);
                return insert.executeUpdate();
            }
        };
    }

    /** A job is under way until the latch opens, so what is submitted before shares the next batch. */
    private CountDownLatch holdTheWriter() {
        var hold = new CountDownLatch(1);
        var running = new CountDownLatch(1);
        database.writer().submit(connection -> {
            running.countDown();
            return awaited(hold);
        });
        assertThat(awaited(running)).isTrue();
        return hold;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> names() {
        return database.readers().read(connection -> {
            try (var query = connection.createStatement();
                    var row = query.executeQuery("SELECT name FROM entry ORDER BY name")) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        });
    }
}
