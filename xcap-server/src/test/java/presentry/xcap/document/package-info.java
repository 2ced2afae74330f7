/** Tests of this package. */
@NullMarked
package presentry.xcap.document;

import org.jspecify.annotations.NullMarked;
