package presentry.schemas;

/**
 * Which characters XML 1.0, fifth edition, has: anywhere (production 2) and in names (productions 4 and 4a; Namespaces in XML,
 * production 4).
 */
public final class XmlCharacters {

    /** Code points, as pairs of first and last, that may begin a name; the colon is none of them. */
    private static final int[] START = {
        'A', 'Z', '_', '_', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D,
        0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    /** Those that may only follow. */
    private static final int[] FOLLOWING = {'-', '.', '0', '9', 0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    /** The first UTF-16 unit of the code points from U+F0000 on, of which none stands in a name. */
    private static final char FIRST_OUTSIDE_OF_NAMES = Character.highSurrogate(0xF0000);

    private XmlCharacters() {}

    /** Whether a document may have this code point at all, literally or by reference. */
    public static boolean isCharacter(int codePoint) {
        return (codePoint >= ' ' && codePoint < Character.MIN_SURROGATE)
                || codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint > Character.MAX_SURROGATE && codePoint < 0xFFFE)
                || Character.isSupplementaryCodePoint(codePoint);
    }

    /** Whether this may stand in a document: a code point, or half of one that needs two. */
    static boolean isCharacterUnit(char unit) {
        return Character.isSurrogate(unit) || isCharacter(unit);
    }

    /** Whether a name that a parser let through has a code point from U+F0000 on. */
    static boolean goesBeyondNames(String name) {
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit >= FIRST_OUTSIDE_OF_NAMES && unit <= Character.MAX_HIGH_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    /** A name without a colon. */
    public static boolean isNcName(String text) {
        return !text.isEmpty()
                && within(START, text.codePointAt(0))
                && text.codePoints().allMatch(c -> within(START, c) || within(FOLLOWING, c));
    }

    private static boolean within(int[] ranges, int codePoint) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] <= codePoint && codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
