package presentry.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tables of one package, as a list of SQL files that each bring them one version further. Each set has its own version
 * counter in the database, so packages grow independently of each other.
 *
 * @param name under which the version is kept; never changes
 * @param anchor a class in the Java package whose resource folder holds the files
 * @param files file names in order; the first takes the set from version 0 to version 1. A released file never changes.
 *     Statements end with a semicolon at the end of a line
 */
public record MigrationSet(String name, Class<?> anchor, List<String> files) {

    /** Takes a copy of the list. */
    public MigrationSet {
        files = List.copyOf(files);
    }

    /** The version this program brings the tables to. */
    int version() {
        return files.size();
    }

    /** The statements that lead from the version before {@code version} to it. */
    List<String> statements(int version) {
        return List.of(text(files.get(version - 1)).split(";\\s*\\R")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private String text(String file) {
        try (InputStream resource = anchor.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("migration " + file + " is not beside " + anchor.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
