package presentry.sip.message;

/**
 * The CSeq header field (RFC 3261, sections 8.1.1.5 and 20.16).
 *
 * @param number 0 to 2^31 - 1, or -1 if it is missing or cannot be read
 * @param method as it was written, empty if there is none
 */
record CSeq(long number, String method) {
    private static final long LARGEST = 0x7FFF_FFFFL;

    static CSeq of(SipHeaders headers) {
        return headers.first("CSeq").map(CSeq::read).orElse(new CSeq(-1, ""));
    }

    private static CSeq read(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') {
            end++;
        }
        long number = Digits.value(text.substring(0, end), LARGEST + 1);
        String method = text.substring(end).strip();
        return number <= LARGEST && HeaderText.isToken(method) ? new CSeq(number, method) : new CSeq(-1, method);
    }

    boolean isReadable() {
        return number >= 0;
    }
}
