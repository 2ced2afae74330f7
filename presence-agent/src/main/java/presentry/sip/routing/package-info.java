/**
 * Where a request goes (RFC 3261, sections 8.1.2, 12.2.1.1 and 16): route sets, the next hop and its address, and the rules
 * of a proxy. Sends nothing.
 * Start reading at {@link presentry.sip.routing.Departure}.
 */
@NullMarked
package presentry.sip.routing;

import org.jspecify.annotations.NullMarked;
