package presentry.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came: an answer or a NOTIFY.
 *
 * @param headers the first value of each header field; names compare without case
 * @param body empty if there is none
 * @param bodyBefore the body of the NOTIFY before in the same dialog
 */
record Received(Map<String, String> headers, String body, Optional<String> bodyBefore) {
    Received {
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    /** The value of a header field; {@code "none"} if it is missing. */
    String header(String name) {
        return headers.getOrDefault(name, "none");
    }
}
