package presentry.launch.figures;

import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.RequestReceiver;

/**
 * Counts SIP requests by method, on their way in.
 *
 * @param receiver serves them
 * @param figures takes the counts
 */
public record CountedRequests(RequestReceiver receiver, Figures figures) implements RequestReceiver {
    @Override
    public void received(IncomingRequest incoming) {
        figures.received(incoming.request().method());
        receiver.received(incoming);
    }
}
