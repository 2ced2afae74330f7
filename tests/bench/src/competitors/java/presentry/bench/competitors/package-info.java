/** Engines for access policies in general, asked the question that a presence server asks. Part of the profile of that name. */
@NullMarked
package presentry.bench.competitors;

import org.jspecify.annotations.NullMarked;
