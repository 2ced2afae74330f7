/**
 * The accounts of the embedded directory, in SQLite.
 * Start reading at {@link presentry.account.sql.SqlAccounts}.
 */
@NullMarked
package presentry.account.sql;

import org.jspecify.annotations.NullMarked;
