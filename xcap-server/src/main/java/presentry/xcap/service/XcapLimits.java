package presentry.xcap.service;

import presentry.schemas.XmlLimits;

/**
 * How much one user may store, and ask for at a time.
 *
 * @param xml bounds of one document's text
 * @param documentsPerUser documents in all usages together, 1 and more
 * @param rulesBytesPerUser octets of all rule documents of one user together, 1 and more
 * @param requestsInALine requests of one account that wait for a processor; the next is turned away; 1 and more
 */
public record XcapLimits(XmlLimits xml, int documentsPerUser, int rulesBytesPerUser, int requestsInALine) {

    /** Generous for people, tight for programs that run away. */
    public static final XcapLimits DEFAULT = new XcapLimits(XmlLimits.DEFAULT, 1000, 2 << 20, 256);
}
