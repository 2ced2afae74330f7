package presentry.schemas;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;

/** A name that no schema defines stands where the schema takes any name. */
final class UndefinedNameException extends SAXParseException {

    private static final long serialVersionUID = 1L;

    UndefinedNameException(String message, @Nullable Locator locator) {
        super(message, locator);
    }
}
