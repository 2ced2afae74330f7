package presentry.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.demo.Content;

/**
 * The parts of a line in which somebody sends something.
 *
 * @param routed whether nothing was said against a Route to the recipient
 */
record RequestParts(Map<String, String> headers, Optional<Content> body, boolean routed) {
    static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z-]*): (.*)");

    private static final String SAMPLE = "body from ";
    private static final String TEXT = "text ";

    static RequestParts read(List<String> parts) {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<Content> body = Optional.empty();
        boolean routed = true;
        for (String part : parts) {
            Matcher header = HEADER.matcher(part);
            if (header.matches()) {
                headers.put(ScenarioReader.group(header, 1), ScenarioReader.group(header, 2));
            } else if (part.startsWith(SAMPLE)) {
                body = Optional.of(Samples.read(part.substring(SAMPLE.length())));
            } else if (part.startsWith(TEXT)) {
                body = Optional.of(new Content("text/plain", part.substring(TEXT.length())));
            } else if (part.equals("without Route")) {
                routed = false;
            } else {
                throw new IllegalArgumentException("not a part of a request: " + part);
            }
        }
        String type = Optional.ofNullable(headers.remove("Content-Type")).orElse("");
        return new RequestParts(
                headers, type.isEmpty() ? body : body.map(content -> new Content(type, content.text())), routed);
    }
}
