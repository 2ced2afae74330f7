package presentry.agent.endpoint;

import java.util.List;

/** Why a request got no further than the edge. */
sealed interface Refusal {
    /** The request did not come from a trusted peer, so nobody vouches for its sender. */
    record NotTrusted() implements Refusal {}

    /** The sender is not known, and only known ones are let in. */
    record NotIdentified() implements Refusal {}

    /** RFC 3261, section 8.2.1. */
    record MethodNotAllowed() implements Refusal {}

    /**
     * RFC 3261, section 8.2.2.3.
     *
     * @param options the option tags of Require that are not understood
     */
    record UnknownExtensions(List<String> options) implements Refusal {}

    /** The Request-URI has a scheme that names nobody here (RFC 3261, section 8.2.2.1). */
    record UnsupportedScheme() implements Refusal {}

    /** The Request-URI is not a user of ours (RFC 3261, section 8.2.2.1; RFC 3903, section 6, step 1). */
    record NotServed() implements Refusal {}

    /** No event package, one we do not have, or none that can be published (RFC 6665, section 4.2.1.1). */
    record BadEvent() implements Refusal {}

    /** The To tag belongs to no dialog of ours (RFC 3261, section 12.2.2). */
    record NoSuchDialog() implements Refusal {}

    /** A CANCEL: all requests here are answered at once, and it would not touch them (RFC 6665, section 4.6). */
    record NothingToCancel() implements Refusal {}

    /**
     * RFC 3261, section 21.4.1.
     *
     * @param why a sentence for the sender
     */
    record Malformed(String why) implements Refusal {}

    /**
     * Accept lists nothing that the package can send.
     *
     * @param offered what it can send
     */
    record NothingAcceptable(List<String> offered) implements Refusal {}

    /**
     * RFC 3261, section 8.2.3.
     *
     * @param accepted the types that would have been understood; may be none
     */
    record BodyNotUnderstood(List<String> accepted) implements Refusal {}

    /** The body is compressed (RFC 3261, section 8.2.3). */
    record EncodingNotUnderstood() implements Refusal {}

    /**
     * RFC 3261, section 21.4.11.
     *
     * @param maxBytes what would have been taken
     */
    record BodyTooLarge(int maxBytes) implements Refusal {}

    /** The MESSAGE may pass, but nothing says where to. */
    record NoNextHop() implements Refusal {}
}
