/**
 * What of the agent's state outlives the process, as a port.
 * Start reading at {@link presentry.agent.store.SoftStateStore}.
 */
@NullMarked
package presentry.agent.store;

import org.jspecify.annotations.NullMarked;
