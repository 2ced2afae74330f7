package presentry.xcap.service;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.service.XcapResult.Found;
import presentry.xcap.service.XcapResult.NotModified;
import presentry.xcap.service.XcapResult.Refused;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.StoredDocument;

/** GET (RFC 4825, section 8.3). */
final class DocumentReading {

    private final DocumentStore store;

    DocumentReading(DocumentStore store) {
        this.store = store;
    }

    XcapResult get(Target target, Preconditions preconditions) {
        Optional<Found> document = target.usage()
                .computed(target.document())
                .map(text -> computed(target, text))
                .or(() -> store.read(target.document()).map(stored -> stored(target, stored)));
        if (document.isEmpty()) {
            return new Refused(Refusal.NOT_FOUND, "There is no such document.");
        }
        DocumentETag etag = document.get().etag();
        return switch (preconditions.judge(Optional.of(etag))) {
            case HOLD -> document.get();
            case FAILED -> new Refused(Refusal.ETAG_MISMATCH, "The document has another version.");
            case ALREADY_KNOWN -> new NotModified(etag);
        };
    }

    private static Found stored(Target target, StoredDocument document) {
        return new Found(target.usage().mediaType(), document.body(), document.etag());
    }

    /** The tag of a computed document depends on its text alone, so it outlives a restart. */
    private static Found computed(Target target, String text) {
        var tag = new DocumentETag(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
        return new Found(target.usage().mediaType(), DocumentBody.of(text), tag);
    }
}
