/**
 * Who is a user of this server. Knows neither HTTP nor SIP; both servers ask here.
 * Start reading at {@link presentry.account.UserDirectory}.
 */
@NullMarked
package presentry.account;

import org.jspecify.annotations.NullMarked;
