package presentry.sip.routing;

import java.util.List;

/** What looking for the way to a URI ends in. */
public sealed interface Located {
    /**
     * There.
     *
     * @param places in the order in which they are to be tried; at least one
     */
    record At(List<Place> places) implements Located {}

    /** It cannot be sent to, for the reason of {@code sentence}. */
    record Nowhere(String sentence) implements Located {}
}
