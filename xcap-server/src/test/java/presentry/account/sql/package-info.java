/** Tests of the embedded directory, on real files. */
@NullMarked
package presentry.account.sql;

import org.jspecify.annotations.NullMarked;
