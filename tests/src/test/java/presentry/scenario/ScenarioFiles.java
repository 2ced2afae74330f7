package presentry.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The conversations in {@code tests/scenarios}. */
final class ScenarioFiles {
    private static final Path FOLDER = Path.of("scenarios");
    private static final String SUFFIX = ".txt";

    private ScenarioFiles() {}

    /** All of them, or the one that {@code -Dscenario} names. */
    static List<Path> all() throws IOException {
        String only = System.getProperty("scenario", "");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> name(file).endsWith(SUFFIX))
                    .filter(file -> only.isEmpty() || name(file).equals(only + SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
