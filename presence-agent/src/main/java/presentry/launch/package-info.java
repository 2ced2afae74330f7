/**
 * The program: its command line, and the one place where all modules meet.
 * Start reading at {@link presentry.launch.Main}; what may be configured stands in {@link presentry.launch.config}.
 */
@NullMarked
package presentry.launch;

import org.jspecify.annotations.NullMarked;
