package presentry.xcap.usage;

import presentry.uri.UriValue;
import presentry.xcap.address.Owner;
import presentry.xcap.address.Xui;

/** The reference of a service to a list, checked by its form and never fetched (RFC 4826, section 4.4.5). */
final class ListReference {

    private static final String HOMES = "/resource-lists/users/";
    private static final int MAX_LENGTH = 8192;

    private ListReference() {}

    /**
     * Whether {@code value} is absolute and lies in the home of {@code owner}; for the global tree, in any home.
     *
     * @param value a URI in one of the spellings of {@link UriValue}; longer than {@value #MAX_LENGTH} it is none
     */
    static boolean pointsIntoHomeOf(Owner owner, String value) {
        if (value.length() > MAX_LENGTH || !UriValue.isAbsoluteHttp(value)) {
            return false;
        }
        String uri = UriValue.spelling(value);
        int path = uri.indexOf('/', uri.indexOf("://") + "://".length());
        int homes = path < 0 ? -1 : uri.indexOf(HOMES, path);
        int home = homes + HOMES.length();
        int end = homes < 0 ? -1 : uri.indexOf('/', home);
        boolean inAHome = end > home
                && end + 1 < uri.length()
                && "/?#".indexOf(uri.charAt(end + 1)) < 0
                && indexOfQuery(uri) >= end;
        return inAHome
                && owner.user()
                        .map(user -> Xui.readEncoded(uri.substring(home, end), user.host())
                                .filter(named -> named.home().equals(user))
                                .isPresent())
                        .orElse(true);
    }

    /** Where a query or fragment begins; the length where there is none. */
    private static int indexOfQuery(String uri) {
        int query = uri.indexOf('?');
        int fragment = uri.indexOf('#');
        return Math.min(query < 0 ? uri.length() : query, fragment < 0 ? uri.length() : fragment);
    }
}
