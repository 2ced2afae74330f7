package presentry.agent.presentity;

import java.time.Duration;
import java.util.List;
import presentry.agent.model.DialogAddress;
import presentry.agent.publication.PublishOutcome;

/** All that a request to a presentity can end in. What number that becomes is decided where the wire is. */
public sealed interface Answer {
    /**
     * The SUBSCRIBE is taken; whether it is pending is said by NOTIFY alone (RFC 6665, section 4.2.1.1).
     *
     * @param granted what is left to live; zero after a fetch and after an unsubscription
     * @param notified whether a NOTIFY follows; none does where the watcher has all it would say (RFC 5839, section 6.3)
     */
    record Subscribed(DialogAddress dialog, Duration granted, boolean notified) implements Answer {}

    /** The PUBLISH was allowed and readable, and ended like this. */
    record Published(PublishOutcome outcome) implements Answer {}

    /** The recipient's rules let the MESSAGE pass. */
    record MayPass() implements Answer {}

    /**
     * The duration asked for is below the minimum.
     *
     * @param minimum goes into Min-Expires
     */
    record TooBrief(Duration minimum) implements Answer {}

    /**
     * The published body cannot be read.
     *
     * @param why a sentence for the publisher
     */
    record Unreadable(String why) implements Answer {}

    /**
     * The published body has a type that the package does not take.
     *
     * @param accepted goes into Accept
     */
    record UnsupportedBody(List<String> accepted) implements Answer {}

    /** An initial PUBLISH came without a body (RFC 3903, section 4.1). */
    record BodyMissing() implements Answer {}

    /**
     * Accept lists nothing that the package can send.
     *
     * @param offered what it can send
     */
    record NothingAcceptable(List<String> offered) implements Answer {}

    /** Nothing was done. */
    record Refused(Reason reason) implements Answer {}

    /** Why nothing was done. */
    enum Reason {
        /** The rules, or the package, or the ownership of a dialog forbid it. */
        FORBIDDEN,
        /** No such subscription in no such dialog. */
        NO_SUCH_SUBSCRIPTION,
        /** The CSeq is not above the last one. */
        OUT_OF_ORDER,
        /** A bound on the number of subscriptions is reached. */
        TOO_MANY,
        /** The mailbox is full, or what is needed to decide cannot be read at the moment: come again. */
        TRY_AGAIN,
        /** What the answer would have promised could not be written. */
        NOT_STORED
    }
}
