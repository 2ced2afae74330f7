package presentry.sip.message;

/**
 * What is wrong with a message that was received, and the response it deserves if it was a request.
 *
 * @param status 400, 413, 505 or 513 (RFC 3261, section 21)
 * @param reason the reason phrase: it says what is wrong
 */
public record Fault(int status, String reason) {
    static Fault badRequest(String reason) {
        return new Fault(400, reason);
    }
}
