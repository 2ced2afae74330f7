/** Tests of this package. */
@NullMarked
package presentry.account.sql;

import org.jspecify.annotations.NullMarked;
