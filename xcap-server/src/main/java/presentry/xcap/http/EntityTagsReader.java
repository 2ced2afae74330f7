package presentry.xcap.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.xcap.service.EntityTags;
import presentry.xcap.service.EntityTags.Listed.Tag;

/** Reads If-Match and If-None-Match (RFC 9110, sections 8.8.3 and 13.1), forward only: no value takes longer than its length. */
final class EntityTagsReader {

    private final String value;
    private int at;

    private EntityTagsReader(String value) {
        this.value = value;
    }

    /** @param value of one field, or of several joined by commas; the answer is empty if it is no list of entity tags */
    static Optional<EntityTags> read(String value) {
        return value.strip().equals("*")
                ? Optional.of(new EntityTags.Any())
                : new EntityTagsReader(value).list().map(EntityTags.Listed::new);
    }

    /** Elements may be empty (section 5.6.1.2), but not all of them. */
    private Optional<List<Tag>> list() {
        List<Tag> tags = new ArrayList<>();
        while (at < value.length()) {
            skipBlanks();
            if (at < value.length() && value.charAt(at) != ',') {
                Optional<Tag> tag = tag();
                if (tag.isEmpty()) {
                    return Optional.empty();
                }
                tags.add(tag.get());
                skipBlanks();
            }
            if (at < value.length() && value.charAt(at++) != ',') {
                return Optional.empty();
            }
        }
        return Optional.of(tags).filter(found -> !found.isEmpty());
    }

    private Optional<Tag> tag() {
        boolean weak = value.startsWith("W/", at);
        int open = weak ? at + 2 : at;
        if (!value.startsWith("\"", open)) {
            return Optional.empty();
        }
        int close = open + 1;
        while (close < value.length() && isOfTag(value.charAt(close))) {
            close++;
        }
        if (!value.startsWith("\"", close)) {
            return Optional.empty();
        }
        at = close + 1;
        return Optional.of(new Tag(weak, value.substring(open + 1, close)));
    }

    /** {@code etagc} of section 8.8.3. */
    private static boolean isOfTag(char character) {
        return character == '!' || (character >= 0x23 && character <= 0x7E) || character >= 0x80;
    }

    private void skipBlanks() {
        while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
            at++;
        }
    }
}
