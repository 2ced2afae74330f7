package presentry.xcap.usage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.xcap.address.Owner;
import presentry.xcap.address.Xui;

/** The reference of a service to a list, checked by its form and never fetched (RFC 4826, section 4.4.5). */
final class ListReference {

    private static final Pattern IN_A_HOME =
            Pattern.compile("[Hh][Tt][Tt][Pp][Ss]?://[^/?#]+(?:/[^?#]*?)?/resource-lists/users/([^/?#]+)/[^/?#].*");

    private ListReference() {}

    /** Whether {@code uri} is absolute and lies in the home of {@code owner}; for the global tree, in any home. */
    static boolean pointsIntoHomeOf(Owner owner, String uri) {
        Matcher home = IN_A_HOME.matcher(uri);
        if (!home.matches()) {
            return false;
        }
        return owner.user()
                .map(user -> Xui.readEncoded(home.group(1), user.host())
                        .filter(named -> named.home().equals(user))
                        .isPresent())
                .orElse(true);
    }
}
