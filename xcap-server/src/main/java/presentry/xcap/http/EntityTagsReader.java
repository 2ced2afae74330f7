package presentry.xcap.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.xcap.service.EntityTags;
import presentry.xcap.service.EntityTags.Listed.Tag;

/** Reads If-Match and If-None-Match (RFC 9110, sections 8.8.3 and 13.1). */
final class EntityTagsReader {

    /** One list element, possibly empty (section 5.6.1.2), with the comma behind it. */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(W/)?\"([!\\x23-\\x7E\\x80-\\uFFFF]*)\"[ \\t]*)?(?:,|$)");

    private EntityTagsReader() {}

    /** @param value of one field, or of several joined by commas; the answer is empty if it is no list of entity tags */
    static Optional<EntityTags> read(String value) {
        if (value.strip().equals("*")) {
            return Optional.of(new EntityTags.Any());
        }
        List<Tag> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(value);
        int position = 0;
        while (position < value.length()) {
            if (!element.find(position) || element.start() != position) {
                return Optional.empty();
            }
            if (element.group(2) != null) {
                tags.add(new Tag(element.group(1) != null, element.group(2)));
            }
            position = element.end();
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags.Listed(tags));
    }
}
