package presentry.agent.event.presence;

import presentry.policy.model.Permissions;
import presentry.policy.transform.PresenceFilter;
import presentry.schemas.XmlElement;

/**
 * What one device has published, or what is visible of it.
 *
 * @param presence the root element
 * @param mark tells its ids from equal ones of other devices: short, the same as long as the publication lives, and made of nothing
 *     that a watcher knows
 */
record PublishedDocument(XmlElement presence, String mark) {
    /** What is left for those who hold these permissions (RFC 5025, section 3.3). Who may see everything gets all declarations too. */
    PublishedDocument visible(Permissions permissions) {
        return permissions.grantsEverything()
                ? this
                : new PublishedDocument(UsedDeclarations.only(PresenceFilter.filter(presence, permissions)), mark);
    }

    /** Whether nothing is left of it. */
    boolean isEmpty() {
        return presence.elements().isEmpty();
    }
}
