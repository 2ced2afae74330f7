package presentry.sip.transport;

import presentry.sip.message.ReadOutcome;

/** Where the transports put what comes in. */
@FunctionalInterface
public interface Arrivals {
    /** Called on a network thread; returns at once. What it throws is logged and harms nobody. */
    void arrived(ReadOutcome message, Flow flow);
}
