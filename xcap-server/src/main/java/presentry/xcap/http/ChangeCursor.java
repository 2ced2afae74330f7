package presentry.xcap.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;

/** A place in the change log as clients keep it: opaque, so that it may mean something else one day. */
final class ChangeCursor {

    private static final String VERSION = "1:";

    private ChangeCursor() {}

    static String write(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The position; empty if the text is no cursor. */
    static OptionalLong read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.startsWith(VERSION)
                    ? OptionalLong.of(Long.parseLong(text.substring(VERSION.length())))
                    : OptionalLong.empty();
        } catch (IllegalArgumentException noCursor) {
            return OptionalLong.empty();
        }
    }
}
