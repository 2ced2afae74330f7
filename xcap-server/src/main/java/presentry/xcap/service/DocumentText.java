package presentry.xcap.service;

import presentry.schemas.Decoded;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;
import presentry.xcap.service.Conflict.Condition;

/** The body of a document PUT, read: text of a well-formed document, or the conflict that it is not (section 8.2.2). */
sealed interface DocumentText {

    /** It can; the text has no byte order mark. */
    record WellFormed(String text) implements DocumentText {}

    /** It cannot become a document. */
    record Unusable(Conflict conflict) implements DocumentText {}

    static DocumentText read(byte[] octets, XmlLimits limits) {
        return switch (SafeXml.decode(octets)) {
            case Decoded.Text text -> parse(text.text(), limits);
            case Decoded.NotUtf8 other -> new Unusable(Conflict.of(Condition.NOT_UTF_8, other.message()));
        };
    }

    private static DocumentText parse(String text, XmlLimits limits) {
        return switch (SafeXml.parse(text, limits)) {
            case XmlResult.Parsed parsed -> new WellFormed(text);
            case XmlResult.Refused refused ->
                new Unusable(Conflict.of(
                        condition(refused.reason()),
                        "line " + refused.line() + ", column " + refused.column() + ": " + refused.message()));
        };
    }

    /** Limits are constraints of this server on well-formed documents; a document type declaration is never read. */
    private static Condition condition(XmlResult.Reason reason) {
        return switch (reason) {
            case NOT_WELL_FORMED, DOCTYPE -> Condition.NOT_WELL_FORMED;
            case BEYOND_LIMITS -> Condition.CONSTRAINT_FAILURE;
        };
    }
}
