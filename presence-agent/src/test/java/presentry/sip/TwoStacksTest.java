package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Transport;

/** What one stack sends, another one understands. */
class TwoStacksTest {
    @Test
    void oneStackAnswersAnother() {
        try (TestStack here = new TestStack();
                TestStack there = new TestStack()) {
            SipRequest request = SipRequest.builder(
                            "OPTIONS",
                            "sip:bob@127.0.0.1:"
                                    + there.stack.address(Transport.TCP).getPort() + ";transport=tcp")
                    .from("<sip:alice@example.test>;tag=here")
                    .to("<sip:bob@example.test>")
                    .callId("two-stacks")
                    .cseq(1)
                    .build();
            BlockingQueue<TransactionEnd> end = here.send(request, Optional.empty());
            IncomingRequest incoming = there.next();
            incoming.answer(SipResponse.answering(incoming.request(), 200).body("text/plain", new byte[] {65, 66}));

            TransactionEnd how = TestStack.next(end);

            assertThat(how)
                    .isInstanceOfSatisfying(
                            TransactionEnd.Answered.class,
                            answered -> assertThat(answered.response().body()).containsExactly(65, 66));
        }
    }
}
