package presentry.xcap.store;

import java.time.Instant;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.document.DocumentETag;

/**
 * A document without its body.
 *
 * @param octets how long the body is
 * @param updatedAt when this version was committed
 */
public record DocumentSummary(DocumentSelector selector, DocumentETag etag, int octets, Instant updatedAt) {}
