package presentry.xcap.store;

import java.time.Instant;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;

/**
 * One version of one document.
 *
 * @param selector its name
 * @param mediaType of the usage it was stored under, without parameters
 * @param body its octets
 * @param etag names this version
 * @param updatedAt when this version was committed
 */
public record StoredDocument(
        DocumentSelector selector, String mediaType, DocumentBody body, DocumentETag etag, Instant updatedAt) {}
