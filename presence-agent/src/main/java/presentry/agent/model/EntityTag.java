package presentry.agent.model;

import presentry.uri.SipToken;

/**
 * Names one stored piece of published event state (RFC 3903, section 8).
 * Opaque; compared octet by octet.
 *
 * @param value a SIP token, 1 to 64 characters
 */
public record EntityTag(String value) {
    /**
     * Takes a value that was checked.
     *
     * @throws IllegalArgumentException if {@code value} is not such a token; a defect, the endpoint checks first
     */
    public EntityTag {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a token of 1 to 64 characters: `" + value + "`");
        }
    }

    /** Whether a SIP-If-Match value can be one of our tags at all; another one names nothing held here. */
    public static boolean isValid(String value) {
        return value.length() <= 64 && SipToken.isToken(value);
    }
}
