package presentry.xcap.service;

import java.util.Optional;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;

/** All that a request can end in (RFC 4825, section 8). */
public sealed interface XcapResult {

    /**
     * The document or node that was asked for.
     *
     * @param mediaType of the body, without parameters
     */
    record Found(String mediaType, DocumentBody body, DocumentETag etag) implements XcapResult {}

    /** The requester has this version already (RFC 9110, section 13.1.2). */
    record NotModified(DocumentETag etag) implements XcapResult {}

    /** Something new was stored. */
    record Created(DocumentETag etag) implements XcapResult {}

    /** Something was stored in the place of what was there. */
    record Replaced(DocumentETag etag) implements XcapResult {}

    /**
     * A document or a node is gone.
     *
     * @param etag of the document that lost a node; empty if the whole document is gone
     */
    record Deleted(Optional<DocumentETag> etag) implements XcapResult {}

    /**
     * The request was not carried out.
     *
     * @param why one sentence for the person in front of the client
     */
    record Refused(Refusal refusal, String why) implements XcapResult {}

    /** The request contradicts the document or its rules (section 11). */
    record Conflicted(Conflict conflict) implements XcapResult {}
}
