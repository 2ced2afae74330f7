/**
 * Who is a user of this server, and the arithmetic by which a user proves it. Knows neither HTTP nor SIP; both servers ask
 * here. Start reading at {@link presentry.account.UserDirectory}, then {@link presentry.account.DigestVerifier}.
 */
@NullMarked
package presentry.account;

import org.jspecify.annotations.NullMarked;
