package presentry.xcap.service;

/** Why a request was not carried out, where a conflict report does not say it (RFC 4825, section 8; RFC 9110). */
public enum Refusal {
    /** The requester may not do this to this document. */
    NOT_YOURS,
    /** No such usage, user, document or node. */
    NOT_FOUND,
    /** The node selector uses a prefix that nobody defined. */
    UNDEFINED_PREFIX,
    /** The node selector is longer than the server evaluates. */
    SELECTOR_TOO_LONG,
    /** Namespace bindings can only be read. */
    READ_ONLY,
    /** A precondition of the request does not hold. */
    ETAG_MISMATCH,
    /** The body's media type is not the one of what the request names. */
    WRONG_MEDIA_TYPE,
    /** The disk failed, or too much waits for it. */
    STORE_DOWN,
    /** Too many requests of this account wait for the processor. */
    BUSY
}
