package presentry.agent.presentity;

import java.time.Duration;

/**
 * Bounds on what one presentity may cost.
 *
 * @param maxSubscriptions to one presentity, over all packages
 * @param maxSubscriptionsPerWatcher of one watcher to one presentity
 * @param maxPublications of one user, over all packages
 * @param maxComposedBytes octets of one document that a watcher is shown, and of all that are kept to be shown again
 * @param mutualLinger how long after an expiry a subscription still counts for the mutual rule
 * @param waiting on those who wait for a decision without a subscription
 */
public record PresentityLimits(
        int maxSubscriptions,
        int maxSubscriptionsPerWatcher,
        int maxPublications,
        int maxComposedBytes,
        Duration mutualLinger,
        WaitingLimits waiting) {}
