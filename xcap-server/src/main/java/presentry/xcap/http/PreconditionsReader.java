package presentry.xcap.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import presentry.xcap.service.EntityTags;
import presentry.xcap.service.Preconditions;

/** Reads the header fields that make a request conditional (RFC 9110, section 13.1). */
final class PreconditionsReader {

    private PreconditionsReader() {}

    /** The conditions; empty if a field cannot be read, so that no condition is dropped silently. */
    static Optional<Preconditions> read(HttpFields fields) {
        Optional<EntityTags> ifMatch = tags(fields, HttpHeader.IF_MATCH);
        Optional<EntityTags> ifNoneMatch = tags(fields, HttpHeader.IF_NONE_MATCH);
        boolean readable = ifMatch.isPresent() == fields.contains(HttpHeader.IF_MATCH)
                && ifNoneMatch.isPresent() == fields.contains(HttpHeader.IF_NONE_MATCH);
        return readable ? Optional.of(new Preconditions(ifMatch, ifNoneMatch)) : Optional.empty();
    }

    /** Several fields of one name are one list (section 5.3). */
    private static Optional<EntityTags> tags(HttpFields fields, HttpHeader name) {
        return fields.contains(name)
                ? EntityTagsReader.read(String.join(",", fields.getValuesList(name)))
                : Optional.empty();
    }
}
