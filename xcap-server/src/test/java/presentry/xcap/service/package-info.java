/** Tests of this package. */
@NullMarked
package presentry.xcap.service;

import org.jspecify.annotations.NullMarked;
