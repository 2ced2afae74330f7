/**
 * Who is a user of this server, and how users prove it: accounts, Digest and plain passwords. Knows neither HTTP nor SIP; both
 * servers ask here.
 * Start reading at {@link presentry.account.UserDirectory}, then {@link presentry.account.DigestCheck}.
 */
@NullMarked
package presentry.account;

import org.jspecify.annotations.NullMarked;
