package presentry.policy.read;

import java.util.Optional;
import presentry.policy.model.Token;
import presentry.schemas.XmlElement;

/** The values of XML Schema's simple types, as far as rule documents use them. */
final class Values {
    private Values() {}

    /** The collapsed text of an element with simple content; empty when it has child elements and so no simple value. */
    static Optional<String> token(XmlElement element) {
        return element.elements().isEmpty() ? Optional.of(Token.collapse(element.text())) : Optional.empty();
    }

    /** Whether an element holds TRUE; anything but the two spellings of it, {@code true} and {@code 1}, is FALSE. */
    static boolean isTrue(XmlElement element) {
        return token(element)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }
}
