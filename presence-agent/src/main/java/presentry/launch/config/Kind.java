package presentry.launch.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the value of a key looks like. A value arrives as words: one for a single value, any number for a list.
 *
 * @param type what it is, with its unit, in words that complete "must be ..."
 * @param range what it may be; empty if the type says all
 * @param reader gives the value; empty if the words are no such value
 * @param <T> what the words stand for
 */
record Kind<T>(String type, String range, Function<List<String>, Optional<T>> reader) {

    /** The end of a sentence that begins "must be". */
    String expected() {
        return range.isEmpty() ? type : type + ", " + range;
    }

    /** A value of one word. */
    static <T> Kind<T> word(String type, String range, Function<String, Optional<T>> reader) {
        return new Kind<>(
                type,
                range,
                words -> words.size() == 1 ? reader.apply(words.getFirst().strip()) : Optional.empty());
    }

    /** How many of something. */
    static Kind<Integer> count(String unit, int least, int most) {
        return number("a number of " + unit, least, most);
    }

    private static Kind<Integer> number(String type, int least, int most) {
        return word(
                type,
                least + " to " + most,
                word -> wholeNumber(word)
                        .filter(number -> number >= least && number <= most)
                        .map(Math::toIntExact));
    }

    /** A duration in whole seconds. */
    static Kind<Duration> seconds(int least, int most) {
        Kind<Integer> number = number("whole seconds", least, most);
        return new Kind<>(
                number.type(),
                number.range(),
                words -> number.reader().apply(words).map(Duration::ofSeconds));
    }

    static Kind<Boolean> flag() {
        return word("true or false", "", word -> switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** One of the constants of an enum, written in lower case. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> constants) {
        List<E> all = List.of(constants.getEnumConstants());
        String names = all.stream().map(Kind::written).collect(Collectors.joining(", "));
        return word(
                "a word",
                all.size() == 1 ? "only " + names : "one of " + names,
                word -> all.stream().filter(one -> written(one).equals(word)).findFirst());
    }

    static Kind<HostPort> hostPort() {
        return word("HOST:PORT", "port 0 to 65535, 0 takes a free one", HostPort::parse);
    }

    static Kind<Path> folder() {
        return word("a folder", "", Kind::path);
    }

    static Kind<Path> file() {
        return word("a file", "", Kind::path);
    }

    /** The empty word stands for no value. */
    static <T> Kind<Optional<T>> optional(Kind<T> kind) {
        String range = kind.range().isEmpty() ? "or empty" : kind.range() + ", or empty";
        return new Kind<>(kind.type(), range, words -> {
            Optional<T> value =
                    words.equals(List.of("")) ? Optional.empty() : kind.reader().apply(words);
            return value.isPresent() || words.equals(List.of("")) ? Optional.of(value) : Optional.empty();
        });
    }

    /** A list; a comma parts values too, so that a list fits into one option of the command line. */
    static <T> Kind<List<T>> listOf(Kind<T> kind, int least) {
        return new Kind<>(
                least == 0 ? "a list" : "a list of " + least + " or more",
                "each " + kind.expected(),
                words -> all(kind, words).filter(list -> list.size() >= least));
    }

    private static <T> Optional<List<T>> all(Kind<T> kind, List<String> words) {
        List<T> values = new ArrayList<>();
        for (String word : words.stream()
                .flatMap(written -> Arrays.stream(written.split(",", -1)))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .toList()) {
            Optional<T> value = kind.reader().apply(List.of(word));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(List.copyOf(values));
    }

    private static Optional<Path> path(String word) {
        try {
            return word.isEmpty() ? Optional.empty() : Optional.of(Path.of(word));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static Optional<Long> wholeNumber(String word) {
        return word.matches("[0-9]{1,12}") ? Optional.of(Long.valueOf(word)) : Optional.empty();
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
