package presentry.agent.event;

/**
 * What those who hold one set of permissions may see of a presentity in one package: made of that and of nothing else, so that
 * what is hidden changes nothing in it. Only the package that made it looks into it.
 */
public interface Composition {
    /** Whether there is nothing to show: watchers get the neutral document. */
    boolean isEmpty();
}
