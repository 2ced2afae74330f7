package presentry.agent.model;

/**
 * The condition of a SUBSCRIBE (RFC 5839, section 7.2): what the watcher has of the state already need not be sent.
 *
 * @param value an entity-tag as it came, which may be none of ours, or {@code *}
 */
public record SuppressIfMatch(String value) {
    /** Whether it is met whatever the state is. */
    public boolean always() {
        return value.equals("*");
    }

    /** Whether it is met while the state has this tag; compared octet by octet (RFC 5839, section 6.2). */
    public boolean metBy(EntityTag current) {
        return always() || value.equals(current.value());
    }
}
