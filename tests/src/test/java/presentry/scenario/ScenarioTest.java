package presentry.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each conversation of {@code tests/scenarios} goes as it is written. */
class ScenarioTest {
    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> theConversationGoesAsItIsWritten() throws IOException {
        return ScenarioFiles.all().stream()
                .map(file -> DynamicTest.dynamicTest(ScenarioFiles.name(file), file.toUri(), () -> perform(file)));
    }

    private void perform(Path file) throws IOException {
        Scenario scenario = ScenarioReader.read(file);
        Path own = Files.createDirectory(folder.resolve(ScenarioFiles.name(file)));
        ScenarioSettings settings = ScenarioSettings.of(own.resolve("data"), scenario.settings());
        try (ScenarioServer server = scenario.isKilled()
                        ? new ChildServer(settings, own.resolve("log"))
                        : new InProcessServer(settings);
                Stage stage = new Stage(scenario, server)) {
            Performance.perform(scenario, stage);
        }
    }
}
