/**
 * The state machine of one presentity: a command and a time in, effects out. It does no I/O, has no clock and
 * no random source, so the same commands give the same effects.
 * Start reading at {@link presentry.agent.presentity.PresentityMachine}.
 */
@NullMarked
package presentry.agent.presentity;

import org.jspecify.annotations.NullMarked;
