package presentry.xcap.usage;

import java.util.Optional;

/** What else must hold for a document that follows its schema; given to a usage by the wiring. */
@FunctionalInterface
public interface DocumentConstraint {

    /** Nothing else. */
    DocumentConstraint NONE = text -> Optional.empty();

    /** The first problem found; empty if the document may be stored. */
    Optional<ConstraintProblem> check(String text);

    /**
     * What keeps a document from being stored.
     *
     * @param message what is wrong, for the user whose client shows it: one sentence
     */
    record ConstraintProblem(String message) {}
}
