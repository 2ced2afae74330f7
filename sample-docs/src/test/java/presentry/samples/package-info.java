/** Checks that each sample document is what its comment says. Start reading at {@link presentry.samples.SamplesTest}. */
@NullMarked
package presentry.samples;

import org.jspecify.annotations.NullMarked;
