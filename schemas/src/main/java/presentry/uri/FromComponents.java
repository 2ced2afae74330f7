package presentry.uri;

import java.util.Locale;
import java.util.Set;

/** The components of a SIP URI that have no place in a From header field (RFC 3261, section 19.1.1, table 1). */
final class FromComponents {
    private static final Set<String> FORBIDDEN = Set.of("method", "maddr", "ttl", "transport", "lr");

    private FromComponents() {}

    /** Whether a {@code sip} or {@code sips} URI has one of them. */
    static boolean hasForbidden(CanonicalUri uri) {
        if (uri.port().isPresent()) {
            return true;
        }
        String text = uri.text();
        int afterUser = text.indexOf('@') + 1; // the user part may hold semicolons and question marks, the host may not
        if (text.indexOf('?', afterUser) >= 0) {
            return true;
        }
        int start = text.indexOf(';', afterUser);
        while (start >= 0) {
            int end = text.indexOf(';', start + 1);
            String parameter = end < 0 ? text.substring(start + 1) : text.substring(start + 1, end);
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (FORBIDDEN.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
            start = end;
        }
        return false;
    }

    /** User and host alone: a URI with such a component is taken for no more than that. */
    static CanonicalUri without(CanonicalUri uri) {
        Aor aor = uri.aor();
        return Aor.canonical(aor.scheme(), aor.user(), aor.host(), 0, "").uri();
    }
}
