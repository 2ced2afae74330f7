package presentry.xcap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.XcapTables;

class ChangeLogKeeperTest {

    private final Database database;
    private final SqlDocumentStore store;
    private final Deque<Pause> pauses = new ArrayDeque<>();

    private record Pause(Duration length, Runnable then) {}

    ChangeLogKeeperTest(@TempDir Path folder) {
        database = ((Opening.Opened) Database.open(folder, List.of(XcapTables.MIGRATIONS))).database();
        store = new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsOverTheBoundIsForgottenInPartsWithPauses() {
        write(1200);
        keeper(100).start();

        assertThat(nextLook()).isEqualTo(Duration.ofMinutes(10));
        assertThat(remembered()).isEqualTo(700);
        assertThat(nextLook()).isLessThan(Duration.ofSeconds(1));
        assertThat(remembered()).isEqualTo(200);
        assertThat(nextLook()).isLessThan(Duration.ofSeconds(1));
        assertThat(remembered()).isEqualTo(100);
        assertThat(nextLook()).isEqualTo(Duration.ofMinutes(10));
        assertThat(remembered()).isEqualTo(100);
    }

    @Test
    void whoIsClosedForgetsNothing() {
        write(10);
        ChangeLogKeeper keeper = keeper(1);
        keeper.start();

        keeper.close();
        nextLook();

        assertThat(remembered()).isEqualTo(10);
        assertThat(pauses).isEmpty();
    }

    private ChangeLogKeeper keeper(long rows) {
        return new ChangeLogKeeper(
                store,
                new Retention(Duration.ofDays(1), rows),
                Clock.systemUTC(),
                (pause, task) -> pauses.add(new Pause(pause, task)));
    }

    /** Lets the pause pass that the keeper asked for, and tells how long it was. */
    private Duration nextLook() {
        Pause pause = pauses.remove();
        pause.then().run();
        database.writer().submit(connection -> true).toCompletableFuture().join();
        return pause.length();
    }

    private int remembered() {
        return store.readAll(0, 10_000).size();
    }

    private void write(int changes) {
        IntStream.range(0, changes)
                .mapToObj(i -> store.commit(
                                DocumentStoreContract.rules(DocumentStoreContract.ALICE, "index"),
                                site -> new Verdict.Write<>(
                                        new Version(
                                                "application/auth-policy+xml",
                                                DocumentBody.of("<a/>"),
                                                new DocumentETag("t" + i),
                                                Optional.empty(),
                                                Set.of()),
                                        "stored"))
                        .toCompletableFuture())
                .toList()
                .forEach(commit -> commit.join());
    }
}
