/**
 * SIP messages as immutable values (RFC 3261, section 7): what they say, kept in the spelling of the wire. Knows no
 * network, no time and nothing of Presentry.
 * Start reading at {@link presentry.sip.message.SipRequest} and {@link presentry.sip.message.SipHeaders}.
 */
@NullMarked
package presentry.sip.message;

import org.jspecify.annotations.NullMarked;
