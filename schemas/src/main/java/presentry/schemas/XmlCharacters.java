package presentry.schemas;

import javax.xml.stream.Location;

/**
 * The characters of XML 1.0 (fifth edition) that the parser below does not tell apart: production 2 has no surrogates of
 * their own and neither U+FFFE nor U+FFFF, anywhere in a document; by production 4, names end at U+EFFFF.
 */
final class XmlCharacters {

    private static final int LAST_OF_NAMES = 0xEFFFF;

    private XmlCharacters() {}

    /** Where a text has its first character that no document may have; its length if there is none. */
    static int firstForbidden(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char unit = text.charAt(at);
            if (unit < Character.MIN_SURROGATE) {
                continue;
            }
            if (unit >= 0xFFFE) {
                return at;
            }
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, at)) {
                    return at;
                }
                at++;
            }
        }
        return length;
    }

    /** Whether a name that the parser accepts has only characters of names (productions 4 and 4a). */
    static boolean mayBeName(String name) {
        int length = name.length();
        for (int at = 0; at < length; at++) {
            if (Character.isHighSurrogate(name.charAt(at)) && name.codePointAt(at) > LAST_OF_NAMES) {
                return false;
            }
        }
        return true;
    }

    /** Where the character at {@code at} stands, for the person who wrote the text. */
    static Location place(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
        return new Place(line, at - lineStart + 1, at);
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private record Place(int getLineNumber, int getColumnNumber, int getCharacterOffset) implements Location {
        @Override
        public String getPublicId() {
            return "";
        }

        @Override
        public String getSystemId() {
            return "";
        }
    }
}
