package presentry.agent.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A document as it goes over the wire. Immutable: nobody writes into {@link #octets()}; one body serves many watchers. */
public final class Body {
    private static final int TAG_OCTETS = 16;

    private final String contentType;
    private final byte[] octets;
    private final long fingerprint;
    private final EntityTag tag;

    private Body(String contentType, byte[] octets) {
        this.contentType = contentType;
        this.octets = octets;
        byte[] digest = digest(contentType, octets);
        long number = ByteBuffer.wrap(digest).getLong();
        this.fingerprint = number >>> 1 == 0 ? 2 : number; // 0 and 1 stand for something else
        this.tag = new EntityTag(HexFormat.of().formatHex(digest, 0, TAG_OCTETS));
    }

    /** A text document in UTF-8. */
    public static Body of(String contentType, String text) {
        return new Body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public String contentType() {
        return contentType;
    }

    /** The octets themselves, not a copy: not to be written to. */
    public byte[] octets() {
        return octets;
    }

    /**
     * Tells equal content from changed content over a restart; never 0, which stands for "unknown", nor 1, which stands for no
     * body.
     */
    public long fingerprint() {
        return fingerprint;
    }

    /** Names this content among all that a presentity ever shows (RFC 5839, section 6.1); the same after a restart. */
    public EntityTag tag() {
        return tag;
    }

    private static byte[] digest(String contentType, byte[] octets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(contentType.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(octets);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body
                && fingerprint == body.fingerprint
                && contentType.equals(body.contentType)
                && Arrays.equals(octets, body.octets);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fingerprint);
    }
}
