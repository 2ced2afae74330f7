package presentry.sip.message;

/**
 * What of a SIP or SIPS URI goes into a Request-URI: all but a method parameter and header fields (RFC 3261, section 19.1.1, table
 * 1; section 12.2.1.1: they MUST be stripped). The rest keeps its octets, since phones compare the text.
 */
public final class RequestUri {
    private static final String METHOD = ";method=";

    private RequestUri() {}

    /** The URI in {@code uri}, which may be a Contact's or a router's, as a Request-URI. */
    public static String of(String uri) {
        int afterUser = uri.indexOf('@') + 1; // the user part may hold semicolons and question marks, the host may not
        int headers = uri.indexOf('?', afterUser);
        String text = headers < 0 ? uri : uri.substring(0, headers);
        int method = method(text, afterUser);
        while (method >= 0) {
            int end = text.indexOf(';', method + 1);
            text = text.substring(0, method) + (end < 0 ? "" : text.substring(end));
            method = method(text, afterUser);
        }
        return text;
    }

    private static int method(String text, int from) {
        int at = text.indexOf(';', from);
        while (at >= 0 && !text.regionMatches(true, at, METHOD, 0, METHOD.length())) {
            at = text.indexOf(';', at + 1);
        }
        return at;
    }
}
