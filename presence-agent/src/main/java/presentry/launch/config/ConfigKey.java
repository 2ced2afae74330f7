package presentry.launch.config;

import java.util.List;

/**
 * One key of the configuration, described once for the reader, the sample and the operators' manual.
 *
 * @param name the key as it is written, groups parted by dots
 * @param kind what its value looks like
 * @param standard the words of its default
 * @param sentence what it decides, in one or two sentences
 * @param <T> the type of its value
 */
record ConfigKey<T>(String name, Kind<T> kind, List<String> standard, String sentence) {

    static <T> ConfigKey<T> of(String name, Kind<T> kind, String sentence, String... standard) {
        return new ConfigKey<>(name, kind, List.of(standard), sentence);
    }
}
