package presentry.sip;

/** What forwarding a request begins with (RFC 3261, section 16.3 to 16.6). */
public sealed interface ForwardStart {
    /** The request is on its way; its final response will be returned upstream. */
    record Forwarding() implements ForwardStart {}

    /** No Route is left and no next hop was given; nothing was answered, the caller does (404). */
    record NoNextHop() implements ForwardStart {}

    /**
     * The request may not go further and was answered.
     *
     * @param status 400, 420, 482 or 483 (RFC 3261, section 16.3)
     */
    record Answered(int status) implements ForwardStart {}
}
