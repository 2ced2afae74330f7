/** Tests of the figures, over a real database. */
@NullMarked
package presentry.launch.figures;

import org.jspecify.annotations.NullMarked;
