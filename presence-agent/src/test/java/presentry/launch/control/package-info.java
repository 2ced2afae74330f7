/** Tests of the control socket, over a real one. */
@NullMarked
package presentry.launch.control;

import org.jspecify.annotations.NullMarked;
