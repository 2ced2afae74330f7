/**
 * How messages travel: UDP datagrams and TCP connections (RFC 3261, section 18). The only place that sees Netty. Knows
 * messages, but no transactions.
 * Start reading at {@link presentry.sip.transport.Flow}.
 */
@NullMarked
package presentry.sip.transport;

import org.jspecify.annotations.NullMarked;
