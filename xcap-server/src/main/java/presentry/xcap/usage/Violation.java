package presentry.xcap.usage;

import java.util.List;
import presentry.schemas.SchemaProblem;

/** Why a well-formed document must not be stored (RFC 4825, section 8.2.5). */
public sealed interface Violation {

    /** What is wrong, for the user whose client shows it: one sentence. */
    String phrase();

    /** The truthful condition: a name that the schema lets pass and nobody defines breaks a constraint, not the schema. */
    static Violation of(SchemaProblem problem) {
        return switch (problem.kind()) {
            case INVALID -> new SchemaInvalid(problem.toString());
            case UNDEFINED_NAME -> new ConstraintFailed(problem.toString());
        };
    }

    /** The document does not follow the schema of the usage. */
    record SchemaInvalid(String phrase) implements Violation {}

    /**
     * Values that must be unique are not.
     *
     * @param duplicates one for each, at least one
     */
    record NotUnique(String phrase, List<Duplicate> duplicates) implements Violation {
        /** Takes a copy of the list. */
        public NotUnique {
            duplicates = List.copyOf(duplicates);
        }
    }

    /** A constraint that neither schema nor uniqueness expresses. */
    record ConstraintFailed(String phrase) implements Violation {}

    /**
     * One value that exists already.
     *
     * @param field where it stands: a node selector from the root element, percent-encoded
     * @param alternatives values that are still free; may be empty
     */
    record Duplicate(String field, List<String> alternatives) {
        /** Takes a copy of the list. */
        public Duplicate {
            alternatives = List.copyOf(alternatives);
        }
    }
}
