package presentry.policy.transform;

import java.util.List;
import presentry.policy.model.Permissions;
import presentry.schemas.XmlElement;

/** Makes of a presence document what a watcher may see of it (RFC 5025, section 3.3). */
public final class PresenceFilter {
    private PresenceFilter() {}

    /**
     * What is left of a document.
     *
     * @param presence the root of a presence document (RFC 3863), not filtered yet
     * @return {@code presence} itself when everything is granted; else the same root with less in it, at least its entity
     */
    public static XmlElement filter(XmlElement presence, Permissions permissions) {
        return permissions.grantsEverything() ? presence : presence.withChildren(List.of());
    }
}
