package presentry.agent.event.presence;

import presentry.agent.event.Composition;
import presentry.schemas.XmlElement;

/**
 * What those who hold one set of permissions see of a presentity.
 *
 * @param document a {@code presence} element without an entity; without a child if nothing is visible
 */
record PresenceComposition(XmlElement document) implements Composition {
    @Override
    public boolean isEmpty() {
        return document.elements().isEmpty();
    }
}
