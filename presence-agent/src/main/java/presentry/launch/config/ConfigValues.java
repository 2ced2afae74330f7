package presentry.launch.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was written for each key, and what it means.
 *
 * @param written by key, as given; a key that is missing has its default
 */
record ConfigValues(Map<String, Written> written) {

    /**
     * The words of one value.
     *
     * @param words as they were written
     * @param where the file or the option that said so
     */
    record Written(List<String> words, String where) {}

    /** The value of a key; empty if what was written for it is none. */
    <T> Optional<T> find(ConfigKey<T> key) {
        Written here = written.get(key.name());
        return key.kind().reader().apply(here == null ? key.standard() : here.words());
    }

    /** The value of a key, once {@link #problems} has found nothing. */
    <T> T get(ConfigKey<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException("unchecked: " + key.name()));
    }

    /** The key, what was written for it and where, for the beginning of a sentence. */
    String quote(ConfigKey<?> key) {
        Written here = written.get(key.name());
        return here == null
                ? "%s is %s by default".formatted(key.name(), String.join(", ", key.standard()))
                : "%s: %s is `%s`".formatted(here.where(), key.name(), String.join(", ", here.words()));
    }

    /** A sentence for each key nobody knows and for each value that is none. */
    List<String> problems() {
        return Stream.concat(unknownKeys(), wrongValues()).toList();
    }

    private Stream<String> unknownKeys() {
        List<String> known = ConfigKeys.ALL.stream().map(ConfigKey::name).toList();
        return written.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> "%s: there is no key `%s`; the nearest is `%s`."
                        .formatted(entry.getValue().where(), entry.getKey(), nearest(entry.getKey(), known)));
    }

    private Stream<String> wrongValues() {
        return ConfigKeys.ALL.stream()
                .filter(key -> find(key).isEmpty())
                .map(key ->
                        "%s; it must be %s.".formatted(quote(key), key.kind().expected()));
    }

    private static String nearest(String wrong, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(key -> distance(wrong, key)))
                .orElseThrow();
    }

    /** How many letters must be added, dropped or replaced to turn one word into the other. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[to.length()];
    }
}
