package presentry.sip.message;

/** Numbers as SIP writes them: digits only, leading zeros allowed (RFC 3261, section 25.1). */
final class Digits {
    private Digits() {}

    /** The number in {@code text}; {@code largest} for all greater ones, -1 if it is not one. */
    static long value(String text, long largest) {
        if (text.isEmpty()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = Math.min(value * 10 + digit, largest);
        }
        return value;
    }
}
