package presentry.policy.model;

import java.util.regex.Pattern;

/** The form in which values of the XML Schema types token, anyURI, boolean and dateTime are compared. */
public final class Token {
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \t\r\n]+");

    private Token() {}

    /** The text without white space at its ends, and with one blank for white space inside. */
    public static String collapse(String text) {
        if (isCollapsed(text)) {
            return text;
        }
        var single = WHITE_SPACE.matcher(text).replaceAll(" ");
        int start = single.startsWith(" ") ? 1 : 0;
        int end = single.length() > start && single.endsWith(" ") ? single.length() - 1 : single.length();
        return single.substring(start, end);
    }

    /** Whether nothing is to be done, as with nearly every value. */
    private static boolean isCollapsed(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean blank = character == ' ';
            if ((blank && afterBlank) || character == '\t' || character == '\r' || character == '\n') {
                return false;
            }
            afterBlank = blank;
        }
        return text.isEmpty() || !afterBlank;
    }
}
