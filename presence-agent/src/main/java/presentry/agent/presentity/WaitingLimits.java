package presentry.agent.presentity;

import java.time.Duration;

/**
 * How long one presentity remembers who asked while nobody decided (RFC 3857, section 4.7.1).
 *
 * @param maxWaiting so many watchers of one presentity may wait, over all packages; none are kept if zero
 * @param patience how long one waits before he is given up
 * @param untilDelivered whether one is forgotten as soon as the presentity knows of him, decided or not
 */
public record WaitingLimits(int maxWaiting, Duration patience, boolean untilDelivered) {}
