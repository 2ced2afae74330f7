/**
 * Decides what one watcher may get: the rules first, the mutual-subscription default where they are silent.
 * A decision is a function of values; this package keeps nothing.
 * Start reading at {@link presentry.agent.authorize.WatcherAuthorizer}.
 */
@NullMarked
package presentry.agent.authorize;

import org.jspecify.annotations.NullMarked;
