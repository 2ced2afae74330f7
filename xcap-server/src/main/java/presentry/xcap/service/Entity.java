package presentry.xcap.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The body of a PUT with the media type it claims to have. */
public final class Entity {

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    private final String contentType;
    private final byte[] octets;

    /**
     * @param contentType the value of Content-Type, with parameters; empty if there was none
     * @param octets the body; not changed afterwards
     */
    public Entity(String contentType, byte[] octets) {
        this.contentType = contentType;
        this.octets = octets;
    }

    /**
     * Compares without case (RFC 9110, section 8.3.1). Of the parameters only {@code charset} counts: it has more weight than what
     * the document says of itself (RFC 7303, section 3.2), and documents are read as UTF-8, of which US-ASCII is a part.
     */
    boolean hasMediaType(String mediaType) {
        String[] parts = contentType.split(";", -1);
        return parts[0].strip().toLowerCase(Locale.ROOT).equals(mediaType)
                && Arrays.stream(parts).skip(1).allMatch(Entity::isReadAsUtf8);
    }

    private static boolean isReadAsUtf8(String parameter) {
        int equals = parameter.indexOf('=');
        boolean isCharset =
                equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset");
        return !isCharset
                || UTF_8.contains(parameter
                        .substring(equals + 1)
                        .replace("\"", "")
                        .strip()
                        .toLowerCase(Locale.ROOT));
    }

    byte[] octets() {
        return octets;
    }
}
