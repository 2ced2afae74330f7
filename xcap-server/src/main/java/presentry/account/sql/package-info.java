/**
 * Accounts in the database that both servers share.
 * Start reading at {@link presentry.account.sql.SqlAccounts}.
 */
@NullMarked
package presentry.account.sql;

import org.jspecify.annotations.NullMarked;
