package presentry.launch.logging;

/** Makes text harmless in a log: what would end a line, drive a terminal or turn the direction of writing is spelled out. */
final class LogText {

    private LogText() {}

    /** The same text if there is nothing to spell out. */
    static String neutral(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isActive(text.charAt(i))) {
                return spelledOut(text, i);
            }
        }
        return text;
    }

    private static String spelledOut(String text, int from) {
        var out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isActive(c)) {
                out.append("\\u").append(String.format("%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Control characters (C0, DEL, C1), line and paragraph separators, and format characters such as those of direction. */
    private static boolean isActive(char c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
