package presentry.sip.transaction;

import java.util.List;
import java.util.stream.Stream;
import presentry.sip.message.SipRequest;
import presentry.sip.message.Via;

/**
 * What tells server transactions apart (RFC 3261, section 17.2.3). An ACK has the key of its INVITE.
 *
 * @param text all that is compared, in one text
 */
record ServerKey(String text) {
    /** What can be cancelled: all but CANCEL and ACK. Of a method that is not known there is nothing to cancel either. */
    private static final List<String> CANCELLED = List.of(
            "SUBSCRIBE",
            "PUBLISH",
            "MESSAGE",
            "REGISTER",
            "OPTIONS",
            "INVITE",
            "NOTIFY",
            "INFO",
            "UPDATE",
            "PRACK",
            "REFER",
            "BYE");

    static ServerKey of(SipRequest request, Via via) {
        return of(request, via, request.method().equals("ACK") ? "INVITE" : request.method());
    }

    /** The keys of the transactions that a CANCEL may mean: its own but for the method (RFC 3261, section 9.2). */
    static Stream<ServerKey> cancelledBy(SipRequest cancel, Via via) {
        return CANCELLED.stream().map(method -> of(cancel, via, method));
    }

    private static ServerKey of(SipRequest request, Via via, String method) {
        String common = method + ' ' + via.sentBy() + ' ';
        return new ServerKey(
                via.branch().map(branch -> common + branch).orElseGet(() -> common + old(request, method)));
    }

    /** Of a client as old as RFC 2543, whose branch says nothing. The To tag of an ACK is one that its INVITE had not. */
    private static String old(SipRequest request, String method) {
        String toTag = method.equals("INVITE") ? "" : request.to().tag().orElse("");
        return String.join(
                " ",
                request.requestUri(),
                request.callId(),
                Long.toString(request.cseq()),
                request.from().tag().orElse(""),
                toTag);
    }
}
