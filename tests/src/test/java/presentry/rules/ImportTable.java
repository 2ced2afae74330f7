package presentry.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table {@code imports.txt}: who may import whom. The file itself says how it is written.
 *
 * @param libraries the first parts of the packages of each library, by its name
 * @param lines what the lines grant, by their left side
 */
record ImportTable(Map<String, List<String>> libraries, Map<String, Line> lines) {
    private static final Pattern LIBRARY = Pattern.compile("library (\\S+)\\s*=(.*)");
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s*->([^;]*);(.*)");
    private static final List<String> FREE = List.of("java", "org.slf4j", "org.jspecify");

    /** One line: the words for packages of ours, and the names of libraries. */
    record Line(List<String> ours, List<String> libraries) {}

    static ImportTable parse(String text) {
        ImportTable table = new ImportTable(new LinkedHashMap<>(), new LinkedHashMap<>());
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::take);
        return table;
    }

    private void take(String line) {
        Matcher library = LIBRARY.matcher(line);
        Matcher grant = LINE.matcher(line);
        if (library.matches()) {
            libraries.put(library.group(1), words(library.group(2)));
        } else if (grant.matches()) {
            lines.put(grant.group(1), new Line(words(grant.group(2)), words(grant.group(3))));
        } else {
            throw new IllegalArgumentException("imports.txt: not a line of the table: " + line);
        }
    }

    /** Has {@code importer} a line of its own? */
    boolean lists(String importer) {
        return lines.containsKey(importer);
    }

    /** May sources of package {@code importer} use package {@code imported} of ours? Both without the root package. */
    boolean allowsOurs(String importer, String imported) {
        return importer.equals(imported) || allows(importer, imported, new HashSet<>());
    }

    /** May sources of package {@code importer} use package {@code imported}, which is not ours? */
    boolean allowsForeign(String importer, String imported) {
        List<String> owners = libraries.entrySet().stream()
                .filter(library -> library.getValue().stream().anyMatch(first -> isWithin(imported, first)))
                .map(Map.Entry::getKey)
                .toList();
        if (owners.isEmpty()) {
            return FREE.stream().anyMatch(first -> isWithin(imported, first));
        }
        return linesFor(importer).flatMap(line -> line.libraries().stream()).anyMatch(owners::contains);
    }

    private boolean allows(String importer, String imported, Set<String> asked) {
        return asked.add(importer)
                && linesFor(importer)
                        .flatMap(line -> line.ours().stream())
                        .anyMatch(word -> grants(word, imported, asked));
    }

    private boolean grants(String word, String imported, Set<String> asked) {
        if (word.endsWith("+")) {
            String base = word.substring(0, word.length() - 1);
            return base.equals(imported) || allows(base, imported, asked);
        }
        return word.endsWith("*") ? isBelow(imported, word) : word.equals(imported);
    }

    private Stream<Line> linesFor(String importer) {
        List<Line> all = new ArrayList<>();
        lines.forEach((left, line) -> {
            if (left.endsWith("*") ? isBelow(importer, left) : left.equals(importer)) {
                all.add(line);
            }
        });
        return all.stream();
    }

    private static boolean isBelow(String name, String pattern) {
        return name.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    private static boolean isWithin(String name, String first) {
        return name.equals(first) || name.startsWith(first + ".");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
