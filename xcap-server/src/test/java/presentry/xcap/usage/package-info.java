/** Tests of this package. */
@NullMarked
package presentry.xcap.usage;

import org.jspecify.annotations.NullMarked;
