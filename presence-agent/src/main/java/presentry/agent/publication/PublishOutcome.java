package presentry.agent.publication;

import java.time.Duration;
import presentry.agent.model.EntityTag;

/** All that a PUBLISH can end in, once it is known to be allowed and readable (RFC 3903, section 6). */
public sealed interface PublishOutcome {
    /**
     * Step 6: it is done.
     *
     * @param tag the new name of the publication
     * @param granted what is left to live; zero after a removal
     */
    record Stored(EntityTag tag, Duration granted) implements PublishOutcome {}

    /** Step 3: SIP-If-Match names nothing held here. */
    record UnknownTag() implements PublishOutcome {}

    /**
     * Step 4: below the configured minimum.
     *
     * @param minimum goes into Min-Expires, whole seconds
     */
    record TooBrief(Duration minimum) implements PublishOutcome {}

    /** The user holds as many publications as one user may hold. */
    record TooMany() implements PublishOutcome {}
}
