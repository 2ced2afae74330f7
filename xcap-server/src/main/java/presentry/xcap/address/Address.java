package presentry.xcap.address;

/** All that reading a request target can end in. */
public sealed interface Address {

    /** It points at a document, or at a node of one. */
    record Located(XcapUri uri) implements Address {}

    /**
     * It points into the home directory of somebody whose identifier no user can have.
     *
     * @param auid the usage, which is judged before the user (RFC 4825, section 8)
     */
    record NoSuchUser(String auid) implements Address {}

    /** It lies outside of each root: it is no XCAP address. */
    record OutsideOfRoots() implements Address {}

    /** It lies below a root where no document can be. */
    record NoSuchPlace(String why) implements Address {}

    /** It is no URI: a bad percent-encoding, a control character, or dots that try to climb. */
    record Malformed(String why) implements Address {}
}
