package presentry.agent.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A document as it goes over the wire. Immutable: nobody writes into {@link #octets()}; one body serves many watchers. */
public final class Body {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final String contentType;
    private final byte[] octets;
    private final long fingerprint;

    private Body(String contentType, byte[] octets) {
        this.contentType = contentType;
        this.octets = octets;
        this.fingerprint = fingerprint(octets);
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
     * Tells equal content from changed content over a restart; never 0, which stands for "unknown". Not a secret and no
     * defence: who could forge it writes the document anyway.
     */
    public long fingerprint() {
        return fingerprint;
    }

    private static long fingerprint(byte[] octets) {
        long hash = FNV_OFFSET;
        for (byte octet : octets) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
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
