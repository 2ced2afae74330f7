package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import presentry.xcap.usage.Violation;
import presentry.xcap.usage.Violation.Duplicate;

/**
 * A detailed conflict report (RFC 4825, section 11).
 *
 * @param condition which of the eleven
 * @param phrase what is wrong, for a human
 * @param ancestor with {@code no-parent}: the closest ancestor that exists, as a URI relative to the XCAP root, percent-encoded
 * @param duplicates with {@code uniqueness-failure}: what is not unique
 */
public record Conflict(Condition condition, String phrase, Optional<String> ancestor, List<Duplicate> duplicates) {

    /** Takes a copy of the list. */
    public Conflict {
        duplicates = List.copyOf(duplicates);
    }

    /** A conflict without further details. */
    public static Conflict of(Condition condition, String phrase) {
        return new Conflict(condition, phrase, Optional.empty(), List.of());
    }

    /** The conflict that a violated rule of the usage is (section 8.2.5). */
    public static Conflict of(Violation violation) {
        return switch (violation) {
            case Violation.SchemaInvalid invalid -> of(Condition.SCHEMA_VALIDATION_ERROR, invalid.phrase());
            case Violation.NotUnique taken ->
                new Conflict(Condition.UNIQUENESS_FAILURE, taken.phrase(), Optional.empty(), taken.duplicates());
            case Violation.ConstraintFailed failed -> of(Condition.CONSTRAINT_FAILURE, failed.phrase());
        };
    }

    /** The error elements (section 11.1). */
    public enum Condition {
        NOT_WELL_FORMED("not-well-formed"),
        NOT_XML_FRAG("not-xml-frag"),
        NO_PARENT("no-parent"),
        SCHEMA_VALIDATION_ERROR("schema-validation-error"),
        NOT_XML_ATT_VALUE("not-xml-att-value"),
        CANNOT_INSERT("cannot-insert"),
        CANNOT_DELETE("cannot-delete"),
        UNIQUENESS_FAILURE("uniqueness-failure"),
        CONSTRAINT_FAILURE("constraint-failure"),
        EXTENSION("extension"),
        NOT_UTF_8("not-utf-8");

        private final String element;

        Condition(String element) {
            this.element = element;
        }

        /** The local name of the element in the report. */
        public String element() {
            return element;
        }
    }
}
