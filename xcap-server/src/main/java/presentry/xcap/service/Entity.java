package presentry.xcap.service;

import java.util.Locale;

/** The body of a PUT with the media type it claims to have. */
public final class Entity {

    private final String contentType;
    private final byte[] octets;

    /**
     * @param contentType the value of Content-Type, with parameters; empty if there was none
     * @param octets the body; not changed afterwards
     */
    public Entity(String contentType, byte[] octets) {
        this.contentType = contentType;
        this.octets = octets;
    }

    /** Compares without case and without parameters (RFC 9110, section 8.3.1). */
    boolean hasMediaType(String mediaType) {
        int semicolon = contentType.indexOf(';');
        String bare = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return bare.strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }

    byte[] octets() {
        return octets;
    }
}
