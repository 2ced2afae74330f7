package presentry.scenario;

import java.util.List;
import java.util.Optional;

/** What somebody should receive. */
sealed interface Expected {
    /** The answer to his last request. */
    record Answer(int status, List<Check> checks) implements Expected {}

    /**
     * A NOTIFY.
     *
     * @param event only one of this package
     * @param from only one about this user
     */
    record Notify(Optional<String> event, Optional<String> from, List<Check> checks) implements Expected {}

    /** A MESSAGE with this text. */
    record Message(String text) implements Expected {}

    /** Nothing at all. */
    record Nothing() implements Expected {}
}
