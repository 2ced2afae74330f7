package presentry.xcap.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.DocumentStoreContract;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.Lineage;

/** Cursors of a data folder, over restarts and over a backup that is put back. */
class SqlLineageTest {

    @TempDir
    Path folder = Path.of("replaced by JUnit");

    private final SecureRandom random = new SecureRandom();

    /** A run of the server: what it knows of starts, and the position after so many changes. */
    private record Run(Lineage lineage, long position) {
        boolean knows(Run other) {
            return lineage.has(other.lineage.current(), other.position);
        }
    }

    private Run run(String data, int changes) {
        try (Database database =
                ((Opening.Opened) Database.open(folder.resolve(data), List.of(XcapTables.MIGRATIONS))).database()) {
            Lineage lineage = SqlLineage.begin(database.writer(), random)
                    .toCompletableFuture()
                    .join();
            SqlDocumentStore store = new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC());
            for (int i = 0; i < changes; i++) {
                write(store, "t" + i);
            }
            return new Run(lineage, store.last());
        }
    }

    private static void write(SqlDocumentStore store, String tag) {
        store.commit(
                        DocumentStoreContract.rules(DocumentStoreContract.ALICE, "index"),
                        site -> new Verdict.Write<>(
                                new Version(
                                        "application/test+xml",
                                        DocumentBody.of("<a/>"),
                                        new DocumentETag(tag),
                                        Optional.empty(),
                                        Set.of()),
                                ""))
                .toCompletableFuture()
                .join();
    }

    @Test
    void aCursorOutlivesRestarts() {
        Run first = run("data", 3);
        Run second = run("data", 2);
        Run third = run("data", 0);

        assertThat(second.knows(first)).isTrue();
        assertThat(third.knows(first)).isTrue();
        assertThat(third.knows(second)).isTrue();
    }

    @Test
    void aCursorOfARunThatTheRestoredCopyNeverSawIsUnknown() {
        run("data", 3);
        copy("data", "backup");
        Run lost = run("data", 2);

        Run restored = run("backup", 5);

        assertThat(restored.position()).isGreaterThan(lost.position());
        assertThat(restored.knows(lost)).isFalse();
    }

    @Test
    void ofOneRunACursorFromBeforeTheCopyIsKnownAndALaterOneIsNot() {
        Run first = run("data", 3);
        Run restored = run("data", 5);
        long start = first.lineage().current();

        assertThat(restored.lineage().has(start, 3)).isTrue();
        assertThat(restored.lineage().has(start, 4)).isFalse();
    }

    private void copy(String from, String to) {
        Path source = folder.resolve(from);
        Path target = folder.resolve(to);
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectory(target);
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
