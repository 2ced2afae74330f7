package presentry.xcap.document;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import presentry.schemas.XmlCharacters;

/**
 * The body of an attribute PUT (RFC 4825, section 8.2.2): AttValue of XML 1.0, production 10. The quotes around it are
 * demanded by the RFC and left out by all clients, so both forms are read.
 */
public final class AttributeText {

    private static final Pattern AMPERSAND = Pattern.compile("&(?:#([0-9]{1,7});|#x([0-9A-Fa-f]{1,6});|(\\w+);)?");

    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");

    private final String escaped;

    private AttributeText(String escaped) {
        this.escaped = escaped;
    }

    /** The value with its references as they are; empty if {@code body} is no attribute value. */
    public static Optional<AttributeText> read(String body) {
        char first = body.isEmpty() ? ' ' : body.charAt(0);
        boolean quoted = first == '"' || first == '\'';
        if (quoted && (body.length() < 2 || body.charAt(body.length() - 1) != first)) {
            return Optional.empty();
        }
        String value = quoted ? body.substring(1, body.length() - 1) : body;
        boolean valid = value.indexOf('<') < 0
                && !(quoted && value.indexOf(first) >= 0)
                && value.codePoints().allMatch(XmlCharacters::isCharacter)
                && AMPERSAND.matcher(value).results().allMatch(AttributeText::isReference);
        return valid ? Optional.of(new AttributeText(value)) : Optional.empty();
    }

    /** One of the five predefined entities, or a character that XML can have (XML 1.0, production 67). */
    private static boolean isReference(MatchResult ampersand) {
        if (ampersand.group(1) != null) {
            return XmlCharacters.isCharacter(Integer.parseInt(ampersand.group(1)));
        }
        if (ampersand.group(2) != null) {
            return XmlCharacters.isCharacter(Integer.parseInt(ampersand.group(2), 16));
        }
        return ampersand.group(3) != null && PREDEFINED.contains(ampersand.group(3));
    }

    /** As it may stand between two of these quotes. */
    String within(char quote) {
        return escaped.replace(String.valueOf(quote), quote == '"' ? "&quot;" : "&apos;");
    }
}
