package presentry.sip.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The one spelling of every header field name that SIP knows: names compare without case, and some have a compact form
 * (RFC 3261, section 7.3.3; RFC 6665, section 8.2).
 */
final class HeaderNames {
    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("a", "Accept-Contact"),
            Map.entry("b", "Referred-By"),
            Map.entry("c", "Content-Type"),
            Map.entry("d", "Request-Disposition"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("f", "From"),
            Map.entry("i", "Call-ID"),
            Map.entry("j", "Reject-Contact"),
            Map.entry("k", "Supported"),
            Map.entry("l", "Content-Length"),
            Map.entry("m", "Contact"),
            Map.entry("o", "Event"),
            Map.entry("r", "Refer-To"),
            Map.entry("s", "Subject"),
            Map.entry("t", "To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("v", "Via"),
            Map.entry("x", "Session-Expires"),
            Map.entry("y", "Identity"));

    private static final String[] FULL = {
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Allow",
        "Allow-Events",
        "Authorization",
        "Call-ID",
        "Contact",
        "Content-Disposition",
        "Content-Encoding",
        "Content-Language",
        "Content-Length",
        "Content-Type",
        "CSeq",
        "Date",
        "Event",
        "Expires",
        "From",
        "Max-Forwards",
        "MIME-Version",
        "Min-Expires",
        "P-Asserted-Identity",
        "Path",
        "Privacy",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "Proxy-Require",
        "Record-Route",
        "Require",
        "Retry-After",
        "Route",
        "Server",
        "SIP-ETag",
        "SIP-If-Match",
        "Subscription-State",
        "Supported",
        "Suppress-If-Match",
        "Timestamp",
        "To",
        "Unsupported",
        "User-Agent",
        "Via",
        "Warning",
        "WWW-Authenticate",
    };

    /** Both the usual spelling and the lower-case one lead to the usual one. */
    private static final Map<String, String> KNOWN = known();

    private HeaderNames() {}

    /** The long name in its usual spelling; a name that is not known here is returned as it was written. */
    static String canonical(String name) {
        String known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        String lower = KNOWN.get(name.toLowerCase(Locale.ROOT));
        return lower != null ? lower : name;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>(COMPACT);
        for (String name : FULL) {
            known.put(name, name);
            known.put(name.toLowerCase(Locale.ROOT), name);
        }
        return Map.copyOf(known);
    }
}
