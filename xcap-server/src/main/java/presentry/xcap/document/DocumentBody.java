package presentry.xcap.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The octets of a stored document: UTF-8, exactly as they were sent or as an edit left them. Immutable. */
public final class DocumentBody {

    private final byte[] octets;

    private DocumentBody(byte[] octets) {
        this.octets = octets;
    }

    /** The body with a copy of these octets, which are known to be UTF-8. */
    public static DocumentBody of(byte[] octets) {
        return new DocumentBody(octets.clone());
    }

    /** The body that spells {@code text}. */
    public static DocumentBody of(String text) {
        return new DocumentBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many octets there are. */
    public int length() {
        return octets.length;
    }

    /** The octets, read-only and without a copy. */
    public ByteBuffer octets() {
        return ByteBuffer.wrap(octets).asReadOnlyBuffer();
    }

    /** A copy of the octets. */
    public byte[] toByteArray() {
        return octets.clone();
    }

    /** The text, without a byte order mark. */
    public String text() {
        String text = new String(octets, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentBody body && Arrays.equals(octets, body.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** The size only: a document never stands in a log. */
    @Override
    public String toString() {
        return octets.length + " octets";
    }
}
