package presentry.launch.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An application usage in the words of the configuration (RFC 4825, section 5).
 *
 * @param auid its identifier
 * @param mediaType of its documents
 * @param namespace the default document namespace
 * @param schema the file with its schema, if it has one
 */
public record DescribedUsage(String auid, String mediaType, String namespace, Optional<Path> schema) {
    private static final Pattern AUID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+_-]*/[a-z0-9][a-z0-9.+_-]*");
    private static final int WITH_SCHEMA = 4;

    static Optional<DescribedUsage> parse(String text) {
        String[] words = text.split("\\s+", WITH_SCHEMA);
        if (words.length < WITH_SCHEMA - 1
                || !AUID.matcher(words[0]).matches()
                || !MEDIA_TYPE.matcher(words[1]).matches()) {
            return Optional.empty();
        }
        try {
            Optional<Path> schema = words.length < WITH_SCHEMA ? Optional.empty() : Optional.of(Path.of(words[3]));
            return Optional.of(new DescribedUsage(words[0], words[1], words[2], schema));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
