package presentry.agent.presentity;

/**
 * What a NOTIFY without an answer means to its subscription. RFC 6665, section 4.2.2, wants it removed (SHOULD), and leaves room
 * for watchers who only lost the network for a minute.
 *
 * @param timeouts so many in a row end the subscription, 1 or more
 * @param farewell whether the watcher is told so and asked to come again later, in case he hears that
 */
public record Patience(int timeouts, boolean farewell) {
    /** The first one ends it without a word. */
    public static final Patience DROP = new Patience(1, false);

    /** The first one puts the watcher on probation (RFC 6665, section 4.1.3). */
    public static final Patience PROBATION = new Patience(1, true);

    /** Only so many in a row end it, without a word. */
    public static Patience keep(int timeouts) {
        return new Patience(timeouts, false);
    }
}
