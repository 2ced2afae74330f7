/**
 * The words of the agent as values: who watches whom, by which dialog, until when. No behaviour but transitions.
 * Start reading at {@link presentry.agent.model.WatcherStatus}.
 */
@NullMarked
package presentry.agent.model;

import org.jspecify.annotations.NullMarked;
