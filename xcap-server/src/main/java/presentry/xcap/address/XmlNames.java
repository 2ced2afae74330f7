package presentry.xcap.address;

/** What may be a name in XML (XML 1.0 fifth edition, productions 4 and 4a; Namespaces in XML, production 4). */
final class XmlNames {

    /** Code points, as pairs of first and last, that may begin a name; the colon is none of them. */
    private static final int[] START = {
        'A', 'Z', '_', '_', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D,
        0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    /** Those that may only follow. */
    private static final int[] FOLLOWING = {'-', '.', '0', '9', 0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    private XmlNames() {}

    /** A name without a colon. */
    static boolean isNcName(String text) {
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
