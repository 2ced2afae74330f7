package presentry.sip.message;

/** The first line of a message (RFC 3261, sections 7.1 and 7.2). */
sealed interface StartLine {
    /** Of a request that names version 2.0. */
    record RequestLine(String method, String requestUri) implements StartLine {}

    /** Of a response that names version 2.0. */
    record StatusLine(int status, String reason) implements StartLine {}

    /** Of something like a request. */
    record Broken(String method, Fault fault) implements StartLine {}

    /** Of nothing that could be answered. */
    record Foreign() implements StartLine {}

    static StartLine read(String line) {
        int space = line.indexOf(' ');
        if (space <= 0) {
            return new Foreign();
        }
        String first = line.substring(0, space);
        if (first.regionMatches(true, 0, "SIP/", 0, 4)) {
            return statusLine(first, line.substring(space + 1));
        }
        return HeaderText.isToken(first) ? requestLine(first, line.substring(space + 1)) : new Foreign();
    }

    private static StartLine statusLine(String version, String rest) {
        boolean complete = rest.length() >= 3 && (rest.length() == 3 || rest.charAt(3) == ' ');
        long status = complete ? Digits.value(rest.substring(0, 3), 999) : -1;
        boolean ours = version.equalsIgnoreCase("SIP/2.0") && status >= 100 && status <= 699;
        ours &= rest.chars()
                .noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7F); // RFC 3261, section 25.1: Reason-Phrase
        return ours ? new StatusLine((int) status, rest.substring(Math.min(4, rest.length()))) : new Foreign();
    }

    /** Exactly one space between the three parts and none inside the Request-URI (RFC 3261, section 7.1). */
    private static StartLine requestLine(String method, String rest) {
        int space = rest.lastIndexOf(' ');
        String version = rest.substring(space + 1);
        if (!version.regionMatches(true, 0, "SIP/", 0, 4)) {
            return rest.contains(" SIP/") ? new Broken(method, Fault.badRequest("Bad Request Line")) : new Foreign();
        }
        if (!version.equalsIgnoreCase("SIP/2.0")) {
            return new Broken(method, new Fault(505, "Version Not Supported"));
        }
        String uri = rest.substring(0, Math.max(space, 0));
        return isRequestUri(uri)
                ? new RequestLine(method, uri)
                : new Broken(method, Fault.badRequest("Bad Request-URI"));
    }

    /** A SIP URI has no header fields there (RFC 3261, section 19.1.1); those would stand after the host. */
    private static boolean isRequestUri(String uri) {
        boolean sip = uri.regionMatches(true, 0, "sip", 0, 3);
        return (PlainSipUri.read(uri).isPresent() || JainGrammar.allowsUri(uri))
                && !(sip && uri.indexOf('?', uri.lastIndexOf('@') + 1) >= 0);
    }
}
