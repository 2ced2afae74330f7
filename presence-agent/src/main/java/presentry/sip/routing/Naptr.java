package presentry.sip.routing;

/**
 * By which transport a domain wants to be reached (RFC 3403, section 4.1; RFC 3263, section 4.1).
 *
 * @param order lower ones first
 * @param preference lower ones first among those of one order
 * @param flags {@code s} if the replacement has SRV records
 * @param service such as {@code SIP+D2U}
 * @param replacement where to ask on, without the dot at the end
 */
public record Naptr(int order, int preference, String flags, String service, String replacement) {}
