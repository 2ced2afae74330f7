package presentry.sip.transaction;

import presentry.sip.message.SipResponse;

/** All that a request we sent can end in (RFC 3261, section 17.1.2). */
public sealed interface TransactionEnd {
    /**
     * A final response came.
     *
     * @param response 200 to 699
     */
    record Answered(SipResponse response) implements TransactionEnd {}

    /** No final response came in 64 * T1 (timer F). */
    record TimedOut() implements TransactionEnd {}

    /**
     * It could not be sent: no such host, connection refused, transport not supported (RFC 3261, section 8.1.3.1).
     *
     * @param reason a sentence for the log
     */
    record Unreachable(String reason) implements TransactionEnd {}
}
