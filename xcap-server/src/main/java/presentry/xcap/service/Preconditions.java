package presentry.xcap.service;

import java.util.Optional;
import presentry.xcap.document.DocumentETag;

/**
 * Under which versions a request is to be carried out (RFC 9110, section 13.2.2). A node has the tag of its document, also
 * before it exists (RFC 4825, section 8.2.6).
 */
public record Preconditions(Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch) {

    /** No condition. */
    public static final Preconditions NONE = new Preconditions(Optional.empty(), Optional.empty());

    /** Whether the conditions hold for the version that is there; If-Match is judged first. */
    Verdict judge(Optional<DocumentETag> current) {
        boolean matches = ifMatch.map(
                        tags -> current.filter(tags::matchStrongly).isPresent())
                .orElse(true);
        if (!matches) {
            return Verdict.FAILED;
        }
        boolean known =
                ifNoneMatch.flatMap(tags -> current.filter(tags::matchWeakly)).isPresent();
        return known ? Verdict.ALREADY_KNOWN : Verdict.HOLD;
    }

    /** The answer to a writer for whose version the conditions do not hold. */
    Optional<XcapResult> refusal(Optional<DocumentETag> current) {
        return switch (judge(current)) {
            case HOLD -> Optional.empty();
            case FAILED ->
                Optional.of(new XcapResult.Refused(
                        Refusal.ETAG_MISMATCH, "The document has another version, or there is none."));
            case ALREADY_KNOWN ->
                Optional.of(
                        new XcapResult.Refused(Refusal.ETAG_MISMATCH, "The document exists already in this version."));
        };
    }

    /** What the conditions say. */
    enum Verdict {
        /** Go on. */
        HOLD,
        /** If-Match names another version. */
        FAILED,
        /** If-None-Match names this version: nothing new for a reader, a refusal for a writer. */
        ALREADY_KNOWN
    }
}
