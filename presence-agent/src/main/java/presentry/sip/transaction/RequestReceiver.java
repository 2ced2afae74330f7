package presentry.sip.transaction;

/** What the user of the stack does with requests. */
@FunctionalInterface
public interface RequestReceiver {
    /**
     * A new request, never a retransmission and never an ACK. Called on a network thread, so it returns at once and
     * answers later. If it throws, 500 is answered.
     */
    void received(IncomingRequest request);
}
