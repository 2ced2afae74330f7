/** Tests of this package. */
@NullMarked
package presentry.xcap.store;

import org.jspecify.annotations.NullMarked;
