package presentry.xcap.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the change log as clients keep it: opaque, so that it may mean something else one day.
 *
 * @param start the id of the server's start under which it was given ({@link presentry.xcap.store.Lineage})
 * @param position of the last change that the client knows
 */
record ChangeCursor(long start, long position) {

    private static final String VERSION = "2";

    /** What versions before 2 gave says nothing of the start: it is a cursor, of a start that nobody knows. */
    private static final String WITHOUT_START = "1";

    private static final long UNKNOWN_START = 0;

    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + ":" + start + ":" + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The cursor; empty if the text is none. */
    static Optional<ChangeCursor> read(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(":", -1);
            if (parts.length == 3 && parts[0].equals(VERSION)) {
                return Optional.of(new ChangeCursor(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            }
            return parts.length == 2 && parts[0].equals(WITHOUT_START)
                    ? Optional.of(new ChangeCursor(UNKNOWN_START, Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
    }
}
