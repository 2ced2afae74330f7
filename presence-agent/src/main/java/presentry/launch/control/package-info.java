/**
 * How a command of the same person reaches a running server: one JSON line each way over a socket in the data folder that only
 * its owner may open. Knows what can be asked and who executes it, nothing of the command line.
 * Start reading at {@link presentry.launch.control.ControlRequest}, then {@link presentry.launch.control.ControlServer}.
 */
@NullMarked
package presentry.launch.control;

import org.jspecify.annotations.NullMarked;
