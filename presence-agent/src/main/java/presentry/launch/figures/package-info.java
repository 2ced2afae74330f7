/**
 * The figures of the server for those who watch over it: what each part tells of itself, joined under one set of names.
 * Counting costs the parts next to nothing; all the rest is done when somebody reads. Start reading at
 * {@link presentry.launch.figures.Figures}.
 */
@NullMarked
package presentry.launch.figures;

import org.jspecify.annotations.NullMarked;
