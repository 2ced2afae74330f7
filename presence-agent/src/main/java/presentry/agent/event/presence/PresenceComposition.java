package presentry.agent.event.presence;

import presentry.agent.event.Composition;
import presentry.schemas.XmlElement;

/**
 * All that was published of a presentity.
 *
 * @param document a {@code presence} element; without a child if nothing was published
 */
record PresenceComposition(XmlElement document) implements Composition {
    @Override
    public boolean isEmpty() {
        return document.elements().isEmpty();
    }
}
