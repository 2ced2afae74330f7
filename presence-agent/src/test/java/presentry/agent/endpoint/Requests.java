package presentry.agent.endpoint;

import java.nio.charset.StandardCharsets;
import presentry.sip.message.SipRequest;

/** Requests of bob about alice, as his phone would send them; each test changes what it is about. */
final class Requests {
    static final String ALICE = "sip:alice@example.com";
    static final String LOCAL_TAG = "p0a1-00112233445566ff";

    private Requests() {}

    static SipRequest.Builder subscribe() {
        return outsideOfDialogs("SUBSCRIBE", ALICE)
                .header("Contact", "<sip:bob-0x5563c8dd6b00@192.0.2.7:5070>")
                .header("Event", "presence");
    }

    static SipRequest.Builder resubscribe() {
        return subscribe()
                .requestUri("sip:127.0.0.1:5065")
                .to("<" + ALICE + ">;tag=" + LOCAL_TAG)
                .cseq(8);
    }

    static SipRequest.Builder publish() {
        return outsideOfDialogs("PUBLISH", "sip:bob@example.com").header("Event", "presence");
    }

    static SipRequest.Builder publishing(String document) {
        return publish().body("application/pidf+xml", document.getBytes(StandardCharsets.UTF_8));
    }

    static SipRequest.Builder message() {
        return outsideOfDialogs("MESSAGE", ALICE).body("text/plain", "hello".getBytes(StandardCharsets.UTF_8));
    }

    static SipRequest.Builder outsideOfDialogs(String method, String requestUri) {
        return SipRequest.builder(method, requestUri)
                .header("Via", "SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bK1")
                .from("\"Bob\" <sip:bob@example.com>;tag=b0b")
                .to("sip:alice@example.com")
                .callId("call-1")
                .cseq(7);
    }
}
