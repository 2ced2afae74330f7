package presentry.policy.read;

import presentry.schemas.XmlLimits;

/**
 * How large a rule document may be. Nothing else than a limit refuses a schema-valid presence rule document (RFC 5025,
 * section 9.5, defines no further constraint).
 *
 * @param maxChars characters of text, 1 or more
 * @param maxRules rules in one document, 1 or more
 * @param maxIdentities URIs and domains in all its conditions, 1 or more
 */
public record RuleLimits(int maxChars, int maxRules, int maxIdentities) {
    /** 4 Mi characters, 2,000 rules, 20,000 identities. */
    public static final RuleLimits DEFAULT = new RuleLimits(4 << 20, 2_000, 20_000);

    /** The same for the XML below it. */
    XmlLimits xml() {
        var usual = XmlLimits.DEFAULT;
        return new XmlLimits(maxChars, usual.maxDepth(), usual.maxAttributesPerElement(), usual.maxNameLength());
    }

    /** @throws IllegalArgumentException if a limit is below 1 */
    public RuleLimits {
        if (maxChars < 1 || maxRules < 1 || maxIdentities < 1) {
            throw new IllegalArgumentException("a limit of rule documents is below 1");
        }
    }
}
