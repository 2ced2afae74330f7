package presentry.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseViewTest {
    @TempDir
    private Path folder;

    private String refusal() {
        return switch (DatabaseView.open(folder, List.of(TestTables.SECOND))) {
            case DatabaseView.Opened.Refused refused -> refused.sentence();
            case DatabaseView.Opened.Ready ready -> {
                ready.view().close();
                yield "";
            }
        };
    }

    private void written(MigrationSet... sets) {
        ((Opening.Opened) Database.open(folder, List.of(sets))).database().close();
    }

    @Test
    void tablesThatNobodyMadeYetAreNamedWithTheRemedy() {
        written();

        assertThat(refusal()).endsWith("It has no tables `test` yet: start the server on it once.");
    }

    @Test
    void tablesOfAnOlderProgramAreLeftAsTheyAre() {
        written(TestTables.FIRST);

        assertThat(refusal()).contains("have version 1, and this program reads version 2");
    }

    @Test
    void tablesOfThisProgramAreRead() {
        written(TestTables.SECOND);

        assertThat(refusal()).isEmpty();
    }
}
