package presentry.policy.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import presentry.uri.DomainName;

/** Reads the domain in a condition: escapes are undone first, then it is converted to ASCII (RFC 4745, section 7.1.3). */
final class DomainReader {
    private static final int HEX = 16;

    private DomainReader() {}

    /** The domain in the form identities have theirs; empty when the conversion fails, so that it equals none. */
    static Optional<String> read(String domain) {
        return unescaped(domain).flatMap(DomainName::toAscii);
    }

    private static Optional<String> unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(utf8.length);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] != '%') {
                bytes.put(utf8[i]);
                continue;
            }
            int high = i + 2 < utf8.length ? Character.digit(utf8[i + 1], HEX) : -1;
            int low = i + 2 < utf8.length ? Character.digit(utf8[i + 2], HEX) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high * HEX + low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
