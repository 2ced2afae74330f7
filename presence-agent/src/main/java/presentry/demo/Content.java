package presentry.demo;

import java.nio.charset.StandardCharsets;

/**
 * A body and its media type.
 *
 * @param type the media type, such as {@code application/pidf+xml}
 * @param text in UTF-8 on the wire
 */
public record Content(String type, String text) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
