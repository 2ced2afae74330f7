package presentry.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of all modules. */
final class SourceTree {
    /** Surefire runs in the folder of the module; the project is the one around it. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private SourceTree() {}

    /** Every source, of tests too, sorted by path. */
    static List<Path> all() throws IOException {
        return below("src");
    }

    /** Every source that is part of the program, sorted by path. */
    static List<Path> main() throws IOException {
        return below("src/main");
    }

    /** The path as a reader of a message wants it. */
    static String name(Path source) {
        return ROOT.relativize(source).toString();
    }

    /** The package of a source, without the root package: {@code policy.model}. */
    static String packageOf(Path source) {
        String path = source.toString().replace('\\', '/');
        return path.substring(path.lastIndexOf("/presentry/") + "/presentry/".length(), path.lastIndexOf('/'))
                .replace('/', '.');
    }

    private static List<Path> below(String folder) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTree::sources)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
