package presentry.sip.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * Turns the bytes of one message into a message (RFC 3261, sections 7 and 18.3), or says what is wrong with it. Asks of
 * the header fields what every element must be sure of; what they mean is for others.
 *
 * @param maxHeaderBytes the start line and all header fields together
 * @param maxBodyBytes the body
 */
public record MessageReader(int maxHeaderBytes, int maxBodyBytes) {
    /** The message in a datagram. */
    public ReadOutcome datagram(byte[] bytes) {
        int end = endOfHead(bytes);
        int headLength = end < 0 ? bytes.length : end;
        if (headLength > maxHeaderBytes) {
            return complete(tooLarge(bytes), new byte[0]);
        }
        MessageHead head = MessageHead.read(bytes, headLength);
        if (end < 0) {
            return complete(head.withFault(Fault.badRequest("No End of Header Fields")), new byte[0]);
        }
        int rest = bytes.length - end;
        return switch (ContentLength.of(head.headers(), maxBodyBytes)) {
            case ContentLength.Unusable(Fault fault) -> complete(head.withFault(fault), new byte[0]);
            case ContentLength.Absent() ->
                complete(
                        rest > maxBodyBytes ? head.withFault(new Fault(413, "Request Entity Too Large")) : head,
                        Arrays.copyOfRange(bytes, end, bytes.length));
            case ContentLength.Declared(int length) ->
                length > rest
                        ? complete(head.withFault(Fault.badRequest("Content-Length Beyond Datagram")), new byte[0])
                        : complete(head, Arrays.copyOfRange(bytes, end, end + length));
        };
    }

    /** The head of a message whose header fields exceed the bound: what fits is read, so that it can be answered. */
    public MessageHead tooLarge(byte[] bytes) {
        MessageHead cut = MessageHead.read(bytes, Math.min(bytes.length, maxHeaderBytes));
        Fault fault = new Fault(513, "Message Too Large"); // RFC 3261, section 21.5.7
        return new MessageHead(cut.startLine(), cut.headers(), Optional.of(fault));
    }

    /** The message of a head and its whole body; a head with a fault becomes a fault of the request. */
    public ReadOutcome complete(MessageHead head, byte[] body) {
        try {
            return switch (StartLine.read(head.startLine())) {
                case StartLine.RequestLine(String method, String uri) -> request(method, uri, head, body);
                case StartLine.StatusLine(int status, String reason) -> response(status, reason, head, body);
                case StartLine.Broken(String method, Fault fault) -> malformed(method, head, fault);
                case StartLine.Foreign() -> new ReadOutcome.Unreadable("the first line is not one of SIP");
            };
        } catch (RuntimeException | StackOverflowError unexpected) {
            return new ReadOutcome.Unreadable("reading it failed with " + unexpected.getClass());
        }
    }

    private ReadOutcome request(String method, String uri, MessageHead head, byte[] body) {
        if (head.fault().isPresent()) {
            return malformed(method, head, head.fault().get());
        }
        SipHeaders headers = head.headers();
        Optional<Fault> fault = RequestRules.firstFault(method, headers);
        Optional<Via> via = Via.top(headers);
        Optional<NameAddress> from = address(headers, "From");
        Optional<NameAddress> to = address(headers, "To");
        if (fault.isPresent() || via.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return malformed(method, head, fault.orElse(Fault.badRequest("Bad " + firstMissing(via, from))));
        }
        SipRequest request = SipRequest.read(
                method,
                uri,
                withoutLength(headers),
                body,
                new SipRequest.Identity(
                        from.get(),
                        to.get(),
                        headers.first("Call-ID").orElse(""),
                        CSeq.of(headers).number()));
        return new ReadOutcome.Request(request, via.get());
    }

    private static String firstMissing(Optional<Via> via, Optional<NameAddress> from) {
        return via.isEmpty() ? "Via" : from.isEmpty() ? "From" : "To";
    }

    private static Optional<NameAddress> address(SipHeaders headers, String name) {
        return headers.first(name).flatMap(NameAddress::parse);
    }

    private static ReadOutcome malformed(String method, MessageHead head, Fault fault) {
        return head.headers().contains("Via")
                ? new ReadOutcome.Malformed(method, withoutLength(head.headers()), fault)
                : new ReadOutcome.Unreadable("a request without a Via");
    }

    /** A response that breaks the grammar is dropped: it cannot be answered (RFC 3261, section 18.1.2). */
    private static ReadOutcome response(int status, String reason, MessageHead head, byte[] body) {
        Optional<Via> via = Via.top(head.headers());
        CSeq cseq = CSeq.of(head.headers());
        if (head.fault().isPresent() || via.isEmpty() || !cseq.isReadable()) {
            return new ReadOutcome.Unreadable("a response that breaks the grammar");
        }
        SipResponse response = SipResponse.read(status, reason, withoutLength(head.headers()), body);
        return new ReadOutcome.Response(response, via.get(), cseq.method());
    }

    private static SipHeaders withoutLength(SipHeaders headers) {
        return headers.without("Content-Length");
    }

    /** The position after the first empty line, or -1. */
    private static int endOfHead(byte[] bytes) {
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }
}
