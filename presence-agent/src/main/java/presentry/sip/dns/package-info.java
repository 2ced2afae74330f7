/**
 * What the DNS says about where a domain's SIP servers are (RFC 3263; RFC 2782; RFC 3403). Only here dnsjava is known.
 * Start reading at {@link presentry.sip.dns.DnsServiceRecords}.
 */
@NullMarked
package presentry.sip.dns;

import org.jspecify.annotations.NullMarked;
