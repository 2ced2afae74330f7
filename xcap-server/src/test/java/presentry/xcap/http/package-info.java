/** Tests of this package. */
@NullMarked
package presentry.xcap.http;

import org.jspecify.annotations.NullMarked;
