package presentry.sip.message;

import java.util.List;

/** What the Content-Length header fields of a message say (RFC 3261, section 20.14). */
public sealed interface ContentLength {
    /** There is none: over UDP the body reaches to the end of the datagram (RFC 3261, section 18.3). */
    record Absent() implements ContentLength {}

    /**
     * It is usable.
     *
     * @param bytes 0 to the bound of the reader
     */
    record Declared(int bytes) implements ContentLength {}

    /** It is not a number, too large, or there are several. */
    record Unusable(Fault fault) implements ContentLength {}

    /** Reads it from {@code headers}. */
    static ContentLength of(SipHeaders headers, int maxBodyBytes) {
        List<String> values = headers.all("Content-Length");
        if (values.isEmpty()) {
            return new Absent();
        }
        if (values.size() > 1) {
            return new Unusable(Fault.badRequest("Several Content-Length"));
        }
        long bytes = Digits.value(values.getFirst(), Integer.MAX_VALUE);
        if (bytes < 0) {
            return new Unusable(Fault.badRequest("Bad Content-Length"));
        }
        if (bytes > maxBodyBytes) {
            return new Unusable(new Fault(413, "Request Entity Too Large"));
        }
        return new Declared((int) bytes);
    }
}
