package presentry.launch.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads a TOML file into flat keys and the words of their values. */
final class ConfigFile {
    private static final TomlMapper TOML = new TomlMapper();

    private ConfigFile() {}

    /** What reading the file ends in. */
    sealed interface Content {
        /**
         * It was read.
         *
         * @param words the words by key, in the order of the file
         */
        record Keys(Map<String, List<String>> words) implements Content {}

        /**
         * It could not be read.
         *
         * @param problem why, a sentence that names the file
         */
        record Unreadable(String problem) implements Content {}
    }

    static Content read(Path file) {
        try {
            Map<String, List<String>> words = new LinkedHashMap<>();
            flatten("", TOML.readTree(Files.readString(file)), words);
            return new Content.Keys(words);
        } catch (NoSuchFileException missing) {
            return new Content.Unreadable(file + ": there is no such file.");
        } catch (CharacterCodingException notUtf8) {
            return new Content.Unreadable(file + ": the file is not text in UTF-8.");
        } catch (IOException unreadable) {
            return new Content.Unreadable(file + ": the file cannot be read (" + unreadable.getMessage() + ").");
        } catch (JacksonException notToml) {
            TokenStreamLocation at = notToml.getLocation();
            return new Content.Unreadable("%s, line %d, column %d: this is not TOML: %s."
                    .formatted(file, at.getLineNr(), at.getColumnNr(), notToml.getOriginalMessage()));
        }
    }

    private static void flatten(String prefix, JsonNode table, Map<String, List<String>> words) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(key + ".", value, words);
            } else if (value.isArray()) {
                words.put(key, value.valueStream().map(ConfigFile::word).toList());
            } else {
                words.put(key, List.of(word(value)));
            }
        }
    }

    private static String word(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
