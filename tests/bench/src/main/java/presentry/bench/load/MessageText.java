package presentry.bench.load;

/**
 * A SIP message as text, in which header fields are looked for when they are asked for: only as the server writes them, so
 * this is no reader for SIP.
 *
 * @param text the whole message, a character for each octet
 */
record MessageText(String text) {
    boolean isResponse() {
        return text.startsWith("SIP/2.0 ");
    }

    /** The status code of a response. */
    int status() {
        return Integer.parseInt(text, 8, 11, 10);
    }

    boolean isNotify() {
        return text.startsWith("NOTIFY ");
    }

    String callId() {
        return header("Call-ID");
    }

    /** The number in CSeq. */
    long cseq() {
        String cseq = header("CSeq");
        return Long.parseLong(cseq, 0, cseq.indexOf(' '), 10);
    }

    int contentLength() {
        return Integer.parseInt(header("Content-Length"));
    }

    /** The value of the first such header field; empty if there is none. */
    String header(String name) {
        int at = text.indexOf("\r\n" + name + ": ");
        if (at < 0) {
            return "";
        }
        int value = at + name.length() + 4;
        return text.substring(value, text.indexOf('\r', value));
    }

    /** Its 200, with what a response repeats (RFC 3261, section 8.2.6.2). */
    String ok() {
        return "SIP/2.0 200 OK\r\nVia: " + header("Via")
                + "\r\nFrom: " + header("From")
                + "\r\nTo: " + header("To")
                + "\r\nCall-ID: " + header("Call-ID")
                + "\r\nCSeq: " + header("CSeq")
                + "\r\nContent-Length: 0\r\n\r\n";
    }
}
