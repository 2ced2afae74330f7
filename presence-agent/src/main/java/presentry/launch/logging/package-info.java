/**
 * How a log line is written. Text that came with a request cannot begin a line of its own, whoever logs it. Start reading at
 * {@link presentry.launch.logging.LogText}.
 */
@NullMarked
package presentry.launch.logging;

import org.jspecify.annotations.NullMarked;
