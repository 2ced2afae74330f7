package presentry.xcap.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding as UTF-8 (RFC 3986, section 2.1), done exactly once per piece of a target. A plus sign is no space. */
final class PercentDecoding {

    private PercentDecoding() {}

    /** The decoded text; empty if an escape is broken, the octets are not UTF-8, or a control character results. */
    static Optional<String> decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return hasControl(raw) ? Optional.empty() : Optional.of(raw);
        }
        byte[] source = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(source.length);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '%') {
                decoded.put(source[i]);
                continue;
            }
            int octet = i + 2 < source.length ? octet(source[i + 1], source[i + 2]) : -1;
            if (octet < 0) {
                return Optional.empty();
            }
            decoded.put((byte) octet);
            i += 2;
        }
        return utf8(decoded.flip()).filter(text -> !hasControl(text));
    }

    private static int octet(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : (first << 4) | second;
    }

    private static Optional<String> utf8(ByteBuffer octets) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Tab and line ends may stand in an attribute value of a node selector; no other control may stand anywhere. */
    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
                return true;
            }
        }
        return false;
    }
}
