package presentry.xcap.service;

import java.util.List;
import presentry.xcap.document.DocumentETag;

/** The value of If-Match or If-None-Match (RFC 9110, sections 13.1.1 and 13.1.2). */
public sealed interface EntityTags {

    /** The asterisk: any version that exists. */
    record Any() implements EntityTags {}

    /** A list of tags. */
    record Listed(List<Listed.Tag> tags) implements EntityTags {
        /** Takes a copy of the list. */
        public Listed {
            tags = List.copyOf(tags);
        }

        /**
         * One tag.
         *
         * @param opaque what stands between the quotes
         */
        public record Tag(boolean weak, String opaque) {}
    }

    /** Strong comparison (section 8.8.3.2): a weak tag equals nothing. */
    default boolean matchStrongly(DocumentETag etag) {
        return switch (this) {
            case Any any -> true;
            case Listed listed ->
                listed.tags().stream()
                        .anyMatch(tag -> !tag.weak() && tag.opaque().equals(etag.value()));
        };
    }

    /** Weak comparison (section 8.8.3.2): weakness does not count. */
    default boolean matchWeakly(DocumentETag etag) {
        return switch (this) {
            case Any any -> true;
            case Listed listed ->
                listed.tags().stream().anyMatch(tag -> tag.opaque().equals(etag.value()));
        };
    }
}
