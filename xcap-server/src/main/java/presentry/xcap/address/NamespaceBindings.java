package presentry.xcap.address;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import presentry.schemas.XmlCharacters;

/**
 * The prefixes that the query of a URI defines (RFC 4825, section 6.4): a sequence of xmlns() pointer parts. Parts of other
 * schemes are skipped, and what is no pointer part ends the reading; a prefix left undefined by that shows itself when used.
 */
final class NamespaceBindings {

    private final Map<String, String> namespaces = new HashMap<>();

    private NamespaceBindings() {
        namespaces.put("xml", "http://www.w3.org/XML/1998/namespace");
    }

    /** @param query percent-decoded */
    static NamespaceBindings read(String query) {
        var bindings = new NamespaceBindings();
        int position = 0;
        while (position < query.length()) {
            int open = query.indexOf('(', position);
            int close = open < 0 ? -1 : closing(query, open);
            if (close < 0) {
                return bindings;
            }
            if (query.substring(position, open).strip().equals("xmlns")) {
                bindings.add(query.substring(open + 1, close));
            }
            position = close + 1;
        }
        return bindings;
    }

    /** The parenthesis that closes the one at {@code open}; a circumflex hides the character behind it. */
    private static int closing(String query, int open) {
        int depth = 0;
        for (int i = open; i < query.length(); i++) {
            switch (query.charAt(i)) {
                case '^' -> i++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {
                    continue;
                }
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The prefix {@code xml} keeps its one meaning (Namespaces in XML, section 3). */
    private void add(String schemeData) {
        int equals = schemeData.indexOf('=');
        String prefix = equals < 0 ? "" : schemeData.substring(0, equals).strip();
        if (XmlCharacters.isNcName(prefix) && !prefix.equals("xml") && !prefix.equals("xmlns")) {
            namespaces.put(prefix, unescape(schemeData.substring(equals + 1).strip()));
        }
    }

    private static String unescape(String schemeData) {
        return schemeData.replaceAll("\\^([\\^()])", "$1");
    }

    /** The namespace bound to {@code prefix}. */
    Optional<String> namespace(String prefix) {
        return Optional.ofNullable(namespaces.get(prefix));
    }
}
