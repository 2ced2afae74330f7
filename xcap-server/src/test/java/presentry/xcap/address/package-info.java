/** Tests of this package. */
@NullMarked
package presentry.xcap.address;

import org.jspecify.annotations.NullMarked;
