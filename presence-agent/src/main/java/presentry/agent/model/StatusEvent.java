package presentry.agent.model;

/** What can happen to a subscription (RFC 3857, section 4.7.1), and one event that RFC 5025 adds. */
public enum StatusEvent {
    /** It began; where it stands was decided at once. */
    SUBSCRIBE,
    /** A decision lets the watcher in: allow or polite-block. */
    APPROVED,
    /** A decision shuts the watcher out. */
    REJECTED,
    /** Allow was withdrawn to confirm (RFC 5025, section 3.2.1). */
    CONFIRM_AGAIN,
    /** The subscription was not refreshed, or was ended by its watcher. */
    TIMEOUT,
    /** The server ends it and asks the watcher to come again at once. */
    DEACTIVATED,
    /** The server ends it and asks the watcher to come again later. */
    PROBATION,
    /** Nobody decided for too long. */
    GIVEUP,
    /** The presentity is no more. */
    NORESOURCE
}
