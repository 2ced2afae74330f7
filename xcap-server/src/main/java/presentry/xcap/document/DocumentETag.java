package presentry.xcap.document;

/**
 * Names one version of one document and of all its nodes (RFC 4825, section 8.5). Opaque; always strong (RFC 9110, section
 * 8.8.3).
 *
 * @param value without the quotes around it: 1 to 64 letters, digits, hyphens and underscores
 */
public record DocumentETag(String value) {

    /** @throws IllegalArgumentException if {@code value} has not this form: a defect, the server makes its tags itself */
    public DocumentETag {
        if (value.isEmpty() || value.length() > 64 || !value.chars().allMatch(DocumentETag::mayStand)) {
            throw new IllegalArgumentException("not an entity tag of this server: `" + value + "`");
        }
    }

    private static boolean mayStand(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** As it stands in a header field. */
    public String quoted() {
        return '"' + value + '"';
    }
}
