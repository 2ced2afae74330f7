package presentry.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import presentry.demo.Content;
import presentry.schemas.MediaTypes;

/** The documents of {@code sample-docs}. */
final class Samples {
    private static final Path FOLDER = Path.of("../sample-docs");

    private Samples() {}

    /** A sample with the media type that its folder stands for. */
    static Content read(String name) {
        try {
            return new Content(mediaType(name), Files.readString(FOLDER.resolve(name)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String mediaType(String name) {
        return switch (name.substring(0, name.indexOf('/'))) {
            case "rules" -> MediaTypes.AUTH_POLICY_XML;
            case "lists" -> MediaTypes.RESOURCE_LISTS_XML;
            default -> MediaTypes.PIDF_XML;
        };
    }
}
