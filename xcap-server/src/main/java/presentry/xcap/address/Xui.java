package presentry.xcap.address;

import java.util.Optional;
import presentry.uri.Aor;

/** The XCAP user identifier (RFC 4825, section 6.2): one user in each of three spellings. */
public final class Xui {

    private Xui() {}

    /**
     * Reads {@code sip:alice@example.com}, {@code alice@example.com} or {@code alice}.
     *
     * @param segment of a path, percent-decoded
     * @param defaultDomain of a user without one
     * @return empty if nobody can be called so
     */
    public static Optional<Aor> read(String segment, String defaultDomain) {
        String address = segment;
        if (segment.indexOf(':') < 0) {
            address = "sip:" + segment + (segment.indexOf('@') < 0 ? "@" + defaultDomain : "");
        }
        return Aor.parse(address).filter(aor -> !aor.user().isEmpty());
    }

    /** The same for a segment that is still percent-encoded, as in a URI within a document. */
    public static Optional<Aor> readEncoded(String segment, String defaultDomain) {
        return PercentDecoding.decode(segment).flatMap(decoded -> read(decoded, defaultDomain));
    }
}
