package presentry.sip.transaction;

import presentry.sip.message.SipRequest;
import presentry.sip.message.Via;

/**
 * What tells server transactions apart (RFC 3261, section 17.2.3). An ACK has the key of its INVITE.
 *
 * @param text all that is compared, in one text
 */
record ServerKey(String text) {
    static ServerKey of(SipRequest request, Via via) {
        String method = request.method().equals("ACK") ? "INVITE" : request.method();
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
