/**
 * SIP without presence: transports, transactions, stateful forwarding. Requests come in through
 * {@link presentry.sip.transaction.RequestReceiver}, go out through {@link presentry.sip.SipStack}; messages are values of
 * {@link presentry.sip.message}. Knows nothing else of Presentry; shows no type of Netty or JAIN-SIP.
 * Start reading at {@link presentry.sip.SipStack}.
 */
@NullMarked
package presentry.sip;

import org.jspecify.annotations.NullMarked;
