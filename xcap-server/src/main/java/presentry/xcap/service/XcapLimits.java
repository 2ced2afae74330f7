package presentry.xcap.service;

import presentry.schemas.XmlLimits;

/**
 * How much one user may store.
 *
 * @param xml bounds of one document's text
 * @param documentsPerUser documents in all usages together, 1 and more
 */
public record XcapLimits(XmlLimits xml, int documentsPerUser) {

    /** Generous for people, tight for programs that run away. */
    public static final XcapLimits DEFAULT = new XcapLimits(XmlLimits.DEFAULT, 1000);
}
