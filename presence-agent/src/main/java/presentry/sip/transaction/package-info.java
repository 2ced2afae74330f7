/**
 * Transactions (RFC 3261, section 17 with RFC 4320): a request is sent until it is answered, an answer is repeated
 * whenever the request is. Knows messages and transports, but neither dialogs nor what the messages are about.
 * Start reading at {@link presentry.sip.transaction.IncomingRequest}.
 */
@NullMarked
package presentry.sip.transaction;

import org.jspecify.annotations.NullMarked;
