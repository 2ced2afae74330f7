package presentry.uri;

/**
 * A set of ASCII characters that is asked once per character: two words of bits, no boxing, no table in memory.
 *
 * @param low one bit for each of the characters 0 to 63
 * @param high one bit for each of the characters 64 to 127
 */
record AsciiSet(long low, long high) {

    /** The set of the characters of {@code members}, all of which are ASCII. */
    static AsciiSet of(String members) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < members.length(); i++) {
            char member = members.charAt(i);
            if (member < 64) {
                low |= 1L << member;
            } else {
                high |= 1L << (member - 64);
            }
        }
        return new AsciiSet(low, high);
    }

    AsciiSet or(AsciiSet other) {
        return new AsciiSet(low | other.low, high | other.high);
    }

    boolean contains(int character) {
        if (character < 64) {
            return character >= 0 && (low >>> character & 1) != 0;
        }
        return character < 128 && (high >>> (character - 64) & 1) != 0;
    }

    /** Whether no character of {@code text} from {@code from} (inclusive) to {@code to} (exclusive) is foreign. */
    boolean containsAll(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!contains(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
