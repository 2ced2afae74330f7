/** Tests of this package. */
@NullMarked
package presentry.account;

import org.jspecify.annotations.NullMarked;
