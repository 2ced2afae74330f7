package presentry.policy.transform;

import java.util.Locale;
import java.util.Optional;
import presentry.uri.CanonicalUri;

/** Whether two URIs in presence documents and rules are equivalent (RFC 5025, section 3.3.1). */
final class UriEquivalence {
    private static final String URN = "urn:";
    private static final String UUID = "urn:uuid:";

    private UriEquivalence() {}

    /** Equal as they stand, or by the rules of their scheme. */
    static boolean areEquivalent(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var first = canonical(one);
        return first.isPresent()
                && canonical(other)
                        .filter(second -> first.get().matches(second))
                        .isPresent();
    }

    private static Optional<CanonicalUri> canonical(String uri) {
        return CanonicalUri.parse(isUrn(uri) ? canonicalUrn(uri) : uri);
    }

    private static boolean isUrn(String uri) {
        return uri.regionMatches(true, 0, URN, 0, URN.length());
    }

    /** Scheme and namespace identifier of a URN have no case (RFC 2141, section 5); a UUID has none at all (RFC 4122, section 3). */
    private static String canonicalUrn(String urn) {
        if (urn.regionMatches(true, 0, UUID, 0, UUID.length())) {
            return urn.toLowerCase(Locale.ROOT);
        }
        int end = urn.indexOf(':', URN.length());
        return end < 0 ? urn : urn.substring(0, end).toLowerCase(Locale.ROOT) + urn.substring(end);
    }
}
