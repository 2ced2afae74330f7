package presentry.sip.routing;

/** Where a proxy sends a request that names no further Route (RFC 3261, sections 16.5 and 16.6). */
public sealed interface Target {
    /** A SIP URI. */
    String uri();

    /** Another proxy, which finds the recipient itself: the request stays as it is. */
    record NextHop(String uri) implements Target {}

    /** Where the recipient can be reached: this becomes the Request-URI (section 16.6, item 2). */
    record Contact(String uri) implements Target {}
}
