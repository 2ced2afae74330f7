package presentry.policy.read;

import java.util.Optional;
import java.util.regex.Pattern;
import presentry.schemas.XmlElement;

/** The values of XML Schema's simple types, as far as rule documents use them. */
final class Values {
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \t\r\n]+");

    private Values() {}

    /** What an xs:token, xs:anyURI or xs:boolean is before it is looked at: no white space but single blanks inside. */
    static String collapse(String text) {
        var collapsed = WHITE_SPACE.matcher(text).replaceAll(" ");
        int start = collapsed.startsWith(" ") ? 1 : 0;
        int end = collapsed.length() > start && collapsed.endsWith(" ") ? collapsed.length() - 1 : collapsed.length();
        return collapsed.substring(start, end);
    }

    /** The collapsed text of an element with simple content; empty when it has child elements and so no simple value. */
    static Optional<String> token(XmlElement element) {
        return element.elements().isEmpty() ? Optional.of(collapse(element.text())) : Optional.empty();
    }

    /** Whether an element holds TRUE; anything but the two spellings of it, {@code true} and {@code 1}, is FALSE. */
    static boolean isTrue(XmlElement element) {
        return token(element)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }
}
