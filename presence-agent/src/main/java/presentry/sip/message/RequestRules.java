package presentry.sip.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import presentry.uri.SipToken;

/** What every request must have, and have once (RFC 3261, sections 8.1.1 and 7.3.1). */
final class RequestRules {
    /** Header fields that carry one value only: a second one is a conflict. */
    private static final List<String> ONCE = List.of(
            "From",
            "To",
            "Call-ID",
            "CSeq",
            "Max-Forwards",
            "Content-Type",
            "Expires",
            "Event",
            "SIP-If-Match",
            "Subscription-State");

    private static final List<String> ADDRESS_LISTS = List.of("Contact", "Route", "Record-Route");

    private RequestRules() {}

    static Optional<Fault> firstFault(String method, SipHeaders headers) {
        for (String name : ONCE) {
            if (headers.count(name) > 1) {
                return Optional.of(Fault.badRequest("Several " + name));
            }
        }
        String callId = headers.first("Call-ID").orElse("");
        if (callId.isEmpty() || callId.indexOf(' ') >= 0) {
            return Optional.of(Fault.badRequest("Bad Call-ID"));
        }
        CSeq cseq = CSeq.of(headers);
        if (!cseq.isReadable() || !cseq.method().equals(method)) {
            return Optional.of(Fault.badRequest("Bad CSeq"));
        }
        if (!isReadableIfPresent(
                headers, "Expires", text -> Digits.value(text, 1) >= 0)) { // section 20.19: delta-seconds
            return Optional.of(Fault.badRequest("Bad Expires"));
        }
        if (!isReadableIfPresent(headers, "SIP-If-Match", SipToken::isToken)) { // RFC 3903, section 11.3.2
            return Optional.of(Fault.badRequest("Bad SIP-If-Match"));
        }
        long maxForwards = headers.first("Max-Forwards")
                .map(text -> Digits.value(text, 256))
                .orElse(70L);
        if (maxForwards < 0 || maxForwards > 255) {
            return Optional.of(Fault.badRequest("Bad Max-Forwards"));
        }
        return ADDRESS_LISTS.stream()
                .filter(name -> !allReadable(headers, name))
                .findFirst()
                .map(name -> Fault.badRequest("Bad " + name));
    }

    /** A header field that cannot be read never counts as absent: what it asks for may be the opposite. */
    private static boolean isReadableIfPresent(SipHeaders headers, String name, Predicate<String> readable) {
        return headers.first(name).map(String::strip).filter(readable.negate()).isEmpty();
    }

    private static boolean allReadable(SipHeaders headers, String name) {
        for (String address : headers.list(name)) {
            boolean star = address.equals("*") && name.equals("Contact"); // RFC 3261, section 10.2.2
            if (!star && NameAddress.parse(address).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
