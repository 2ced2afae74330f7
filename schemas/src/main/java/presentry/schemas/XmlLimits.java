package presentry.schemas;

/**
 * How much a document may demand of its reader.
 *
 * @param maxChars UTF-16 units of the whole text
 * @param maxDepth elements nested in each other, the root being the first
 * @param maxAttributesPerElement attributes and namespace declarations of one element
 * @param maxNameLength UTF-16 units of one name, its prefix included
 */
public record XmlLimits(int maxChars, int maxDepth, int maxAttributesPerElement, int maxNameLength) {

    /** Ample for every document that a person keeps. */
    public static final XmlLimits DEFAULT = new XmlLimits(1 << 20, 64, 64, 256);

    /** @throws IllegalArgumentException if a limit is below 1, which no document could meet; a defect */
    public XmlLimits {
        if (maxChars < 1 || maxDepth < 1 || maxAttributesPerElement < 1 || maxNameLength < 1) {
            throw new IllegalArgumentException("a limit must be 1 or more: " + maxChars + " characters, depth "
                    + maxDepth + ", " + maxAttributesPerElement + " attributes, names of " + maxNameLength);
        }
    }
}
