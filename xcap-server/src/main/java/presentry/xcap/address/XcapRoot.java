package presentry.xcap.address;

/**
 * A place in the URI space of the server below which the XCAP tree hangs (RFC 4825, section 6.1). Several roots are several
 * doors to one tree; they differ only in the domain that a bare user name belongs to.
 *
 * @param path absolute path without a slash at its end, such as {@code /xcap-root}; empty when the tree hangs at the top
 * @param defaultDomain the domain of a user identifier without one
 */
public record XcapRoot(String path, String defaultDomain) {

    /** @throws IllegalArgumentException if the path has not this form: a defect, the configuration checks first */
    public XcapRoot {
        if (!path.isEmpty() && (!path.startsWith("/") || path.endsWith("/") || path.indexOf('?') >= 0)) {
            throw new IllegalArgumentException("not the path of an XCAP root: `" + path + "`");
        }
    }
}
