/** Tests of this package. */
@NullMarked
package presentry.xcap.store.sql;

import org.jspecify.annotations.NullMarked;
