package presentry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The import table of the architecture holds, and no package is part of a cycle. */
class ImportRulesTest {
    private static final String ROOT_PACKAGE = "presentry.";

    /** What each package of ours imports: full package names by the short name of the importer. */
    private final Map<String, Set<String>> imports = new TreeMap<>();

    private ImportTable table = ImportTable.parse("");

    @BeforeEach
    void readSourcesAndTable() throws IOException {
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("/imports.txt"))) {
            table = ImportTable.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (Path source : SourceTree.main()) {
            imports.computeIfAbsent(SourceTree.packageOf(source), name -> new TreeSet<>())
                    .addAll(Imports.in(Files.readString(source)));
        }
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(imports.keySet()).filteredOn(name -> !table.lists(name)).isEmpty();
    }

    @Test
    void noPackageImportsWhatTheTableDoesNotList() {
        List<String> forbidden = new ArrayList<>();
        imports.forEach((importer, names) -> names.stream()
                .filter(name -> !isAllowed(importer, name))
                .forEach(name -> forbidden.add(importer + " imports " + name)));

        assertThat(forbidden)
                .as("not listed in tests/src/test/resources/imports.txt")
                .isEmpty();
    }

    @Test
    void noPackageImportsItselfByWayOfOthers() {
        List<String> cycles = imports.keySet().stream()
                .filter(name -> reachable(name).contains(name))
                .toList();

        assertThat(cycles).as("packages on a cycle").isEmpty();
    }

    private boolean isAllowed(String importer, String name) {
        return isOurs(name)
                ? table.allowsOurs(importer, name.substring(ROOT_PACKAGE.length()))
                : table.allowsForeign(importer, name);
    }

    private Set<String> reachable(String from) {
        Set<String> reached = new TreeSet<>();
        List<String> next = new ArrayList<>(neighbours(from));
        while (!next.isEmpty()) {
            String name = next.removeLast();
            if (reached.add(name)) {
                next.addAll(neighbours(name));
            }
        }
        return reached;
    }

    private List<String> neighbours(String importer) {
        return imports.getOrDefault(importer, Set.of()).stream()
                .filter(ImportRulesTest::isOurs)
                .map(name -> name.substring(ROOT_PACKAGE.length()))
                .filter(name -> !name.equals(importer))
                .toList();
    }

    private static boolean isOurs(String name) {
        return name.startsWith(ROOT_PACKAGE);
    }
}
