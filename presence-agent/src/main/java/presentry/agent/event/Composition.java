package presentry.agent.event;

/**
 * The state of one presentity in one package, composed of all its sources and not yet cut down for anybody. Only the
 * package that made it looks into it.
 */
public interface Composition {
    /** Whether there is nothing to show: watchers get the neutral document. */
    boolean isEmpty();
}
