package presentry.sip.message;

/** All that reading a message can end in. */
public sealed interface ReadOutcome {
    /**
     * A request that obeys the grammar.
     *
     * @param via its topmost Via
     */
    record Request(SipRequest request, Via via) implements ReadOutcome {}

    /**
     * A response that obeys the grammar.
     *
     * @param via its topmost Via
     * @param method that of its CSeq
     */
    record Response(SipResponse response, Via via, String method) implements ReadOutcome {}

    /**
     * Something like a request, of which enough was understood to answer it.
     *
     * @param method as it was written
     * @param headers those that could be read; a Via is among them
     */
    record Malformed(String method, SipHeaders headers, Fault fault) implements ReadOutcome {}

    /**
     * Nothing that can be answered: not SIP, a response that breaks the grammar, a request without a Via.
     *
     * @param reason a sentence for the log, without text of the message
     */
    record Unreadable(String reason) implements ReadOutcome {}
}
