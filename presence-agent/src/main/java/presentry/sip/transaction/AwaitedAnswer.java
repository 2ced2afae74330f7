package presentry.sip.transaction;

import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transport.Flow;

/** A request whose answer goes to its transaction; apart from it, so that an answered request need not be kept. */
final class AwaitedAnswer implements IncomingRequest {
    private final SipRequest request;
    private final Flow flow;
    private final ServerTransaction transaction;
    private final Tokens tokens;
    private final String product;

    AwaitedAnswer(SipRequest request, Flow flow, ServerTransaction transaction, Tokens tokens, String product) {
        this.request = request;
        this.flow = flow;
        this.transaction = transaction;
        this.tokens = tokens;
        this.product = product;
    }

    @Override
    public SipRequest request() {
        return request;
    }

    @Override
    public Flow flow() {
        return flow;
    }

    @Override
    public void answer(SipResponse.Builder response) {
        if (!response.hasToTag()) {
            response.toTag(tokens.tag());
        }
        answer(response.header("Server", product).build());
    }

    @Override
    public void answer(SipResponse response) {
        transaction.answer(response);
    }

    @Override
    public String toString() {
        return request + " by " + flow;
    }
}
