package presentry.agent.event;

import java.time.Instant;
import presentry.agent.model.Watcher;
import presentry.policy.model.Permissions;
import presentry.uri.Aor;

/**
 * For whom a document is made, and which document of his it is.
 *
 * @param owner the presentity
 * @param entity the presentity as the watcher spelled it: goes into the document
 * @param watcher who reads it
 * @param permissions what of it the watcher may see
 * @param bodyType one of {@link EventPackage#notifyTypes()}: what was agreed on by Accept
 * @param version number of the document within the subscription, from 0; of use to versioned packages only
 * @param extent how much the document tells; of use to versioned packages only
 * @param now when it is made; only versioned packages may look at it, since the documents of others are shared and compared
 */
public record View(
        Aor owner,
        String entity,
        Watcher watcher,
        Permissions permissions,
        String bodyType,
        long version,
        Extent extent,
        Instant now) {

    /** How much a document tells. */
    public enum Extent {
        /** All there is. */
        FULL,
        /** What changed since the document with the version before. */
        CHANGES
    }
}
