package presentry.sip;

/** Messages as text. */
final class Texts {
    private Texts() {}

    /** Lines with the ends they have on the wire, and the empty line at the end. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** A request of Alice's without a body, sent from {@code place}. */
    static String request(String method, String transport, String place, String branch) {
        return head(
                method + " sip:bob@example.test SIP/2.0",
                "Via: SIP/2.0/" + transport + " " + place + ";branch=z9hG4bK" + branch + ";rport",
                "Max-Forwards: 70",
                "From: <sip:alice@example.test>;tag=a1",
                "To: <sip:bob@example.test>",
                "Call-ID: " + branch + "@alice",
                "CSeq: 1 " + method,
                "Contact: <sip:alice@" + place + ">",
                "Content-Length: 0");
    }

    /** A response to {@code request}, which was heard. */
    static String response(String request, String statusLine) {
        StringBuilder out = new StringBuilder("SIP/2.0 " + statusLine + "\r\n");
        for (String line : request.split("\r\n", -1)) {
            if (line.matches("(Via|From|To|Call-ID|CSeq): .*")) {
                out.append(line).append("\r\n");
            }
        }
        return out.append("Content-Length: 0\r\n\r\n").toString();
    }

    /** The value of the first header field of that name in {@code message}. */
    static String header(String message, String name) {
        for (String line : message.split("\r\n", -1)) {
            if (line.startsWith(name + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        return "";
    }

    /** The first line. */
    static String firstLine(String message) {
        return message.substring(0, message.indexOf("\r\n"));
    }
}
