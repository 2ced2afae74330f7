package presentry.agent.model;

/**
 * Names a subscription: the dialog, the event package and the {@code id} parameter of Event, of which one dialog may carry
 * several (RFC 6665, section 4.5.2).
 *
 * @param eventId empty when the Event header had no {@code id}; compared octet by octet
 */
public record SubscriptionKey(DialogId dialog, EventName event, String eventId) {}
