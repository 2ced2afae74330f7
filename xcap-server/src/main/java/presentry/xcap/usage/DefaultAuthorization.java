package presentry.xcap.usage;

import presentry.xcap.address.DocumentSelector;

/** The authorization of a usage that defines no other (RFC 4825, section 5.7). */
final class DefaultAuthorization {

    private DefaultAuthorization() {}

    /** Users own their home; everybody reads the global tree; only the trusted write there. */
    static boolean allows(Requester requester, Access access, DocumentSelector document) {
        return switch (requester) {
            case Requester.Administrator trusted -> true;
            case Requester.OwnerOfTheTree anybody ->
                access == Access.READ || document.owner().user().isPresent();
            case Requester.User user ->
                document.owner().user().map(user.aor()::equals).orElse(access == Access.READ);
        };
    }
}
