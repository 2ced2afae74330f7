package presentry.uri;

import java.util.Optional;

/**
 * Knows at one glance the spelling that nearly all identities have, {@code sip:alice@example.com}: already canonical,
 * so that its text is its key and nothing needs to be built. Whatever it does not know is left to {@link SipUriReader}.
 */
final class PlainSipUriReader {

    private static final String PREFIX = "sip:";
    private static final AsciiSet LOWER_CASE = AsciiSet.of("abcdefghijklmnopqrstuvwxyz");
    private static final AsciiSet LABEL = LOWER_CASE.or(UriCharacters.DIGIT).or(AsciiSet.of("-_"));
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;

    private PlainSipUriReader() {}

    static Optional<CanonicalUri> read(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int at = PREFIX.length();
        while (at < text.length() && UriCharacters.UNRESERVED.contains(text.charAt(at))) {
            at++;
        }
        boolean hasUser = at > PREFIX.length() && at < text.length() && text.charAt(at) == '@';
        if (!hasUser || !isPlainHost(text, at + 1)) {
            return Optional.empty();
        }
        var host = new UriHost(text.substring(at + 1), true);
        return Optional.of(new CanonicalUri(Aor.plain(text, PREFIX.length() - 1, at), host));
    }

    /** Sound labels in lower case; the last begins with a letter, so that it is no IPv4 address. */
    private static boolean isPlainHost(String text, int start) {
        int labelStart = start;
        for (int at = start; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '.') {
                if (isNotALabel(labelStart, at)) {
                    return false;
                }
                labelStart = at + 1;
            } else if (!LABEL.contains(character)) {
                return false;
            }
        }
        return !isNotALabel(labelStart, text.length())
                && LOWER_CASE.contains(text.charAt(labelStart))
                && text.length() - start <= MAX_NAME;
    }

    private static boolean isNotALabel(int start, int end) {
        return end == start || end - start > MAX_LABEL;
    }
}
