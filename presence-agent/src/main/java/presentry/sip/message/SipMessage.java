package presentry.sip.message;

/** A SIP message (RFC 3261, section 7). Immutable, but for the body array, which nobody writes to. */
public sealed interface SipMessage permits SipRequest, SipResponse {
    /** The header fields; Content-Length is not among them, the length of the body says it. */
    SipHeaders headers();

    /** The body as it came or will go, empty if there is none; not to be written to. */
    byte[] body();
}
