package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3261, sections 7, 8.1.1 and 18.3. */
class MessageReaderTest {
    private static final MessageReader READER = new MessageReader(4_096, 1_024);

    private static final String SUBSCRIBE = String.join(
            "\r\n",
            "SUBSCRIBE sip:bob@example.test SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK1;rport",
            "Contact: <sip:user-0x5563c8dd6b00@127.0.0.1:5070>",
            "Max-Forwards: 70",
            "To: sip:bob@example.test",
            "From: \"Alice\" <sip:alice@example.test>;tag=a1",
            "Call-ID: c1",
            "CSeq: 1234 SUBSCRIBE",
            "Supported: ",
            "Authorization:  Digest username=\"alice\"",
            "Event: presence",
            "Expires: 600",
            "Content-Length: 0",
            "",
            "");

    private static ReadOutcome read(String text) {
        return READER.datagram(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SipRequest request(String text) {
        return ((ReadOutcome.Request) read(text)).request();
    }

    private static Fault fault(String text) {
        return ((ReadOutcome.Malformed) read(text)).fault();
    }

    @Test
    void aRequestOfARealClientIsRead() {
        SipRequest request = request(SUBSCRIBE);

        assertThat(request.method()).isEqualTo("SUBSCRIBE");
        assertThat(request.requestUri()).isEqualTo("sip:bob@example.test");
        assertThat(request.from().tag()).contains("a1");
        assertThat(request.to().tag()).isEmpty();
        assertThat(request.callId()).isEqualTo("c1");
        assertThat(request.cseq()).isEqualTo(1234);
        assertThat(request.contact()).contains(NameAddress.of("sip:user-0x5563c8dd6b00@127.0.0.1:5070"));
        assertThat(request.expires()).hasValue(600);
        assertThat(request.headers().first("Authorization")).contains("Digest username=\"alice\"");
    }

    /** RFC 3261, section 18.3: linphonec sends no Content-Length over UDP. */
    @Test
    void withoutContentLengthTheBodyReachesToTheEndOfTheDatagram() {
        assertThat(request(SUBSCRIBE.replace("Content-Length: 0\r\n", "") + "abc")
                        .body())
                .isEqualTo(new byte[] {'a', 'b', 'c'});
    }

    /** RFC 3261, section 18.3. */
    @Test
    void whatFollowsTheBodyInADatagramIsThrownAway() {
        assertThat(request(SUBSCRIBE.replace("Length: 0", "Length: 1") + "abc").body())
                .isEqualTo(new byte[] {'a'});
    }

    /** RFC 3261, section 18.3. */
    @Test
    void aContentLengthBeyondTheDatagramIsABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("Length: 0", "Length: 4") + "abc").status())
                .isEqualTo(400);
    }

    /** RFC 3261, section 25.1: Reason-Phrase has no control characters, which would steer the terminal of who reads a log. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001B[2J", "O\u0000K", "\u007F", "O\nK"})
    void aReasonPhraseWithAControlCharacterIsNotRead(String phrase) {
        String response = SUBSCRIBE.replace("SUBSCRIBE sip:bob@example.test SIP/2.0", "SIP/2.0 200 " + phrase);

        assertThat(read(response)).isInstanceOf(ReadOutcome.Unreadable.class);
    }

    /** RFC 3261, section 7.3.1. */
    @Test
    void aFoldedHeaderFieldIsOneLine() {
        assertThat(request(SUBSCRIBE.replace("CSeq: 1234 SUBSCRIBE", "cseq  :\r\n  1234\r\n\tSUBSCRIBE"))
                        .cseq())
                .isEqualTo(1234);
    }

    /** RFC 3261, section 20.19: more than can be said counts as the most that can. */
    @Test
    void anOverlargeExpiresIsTheLargest() {
        assertThat(request(SUBSCRIBE.replace("Expires: 600", "Expires: 99999999999999999999"))
                        .expires())
                .hasValue(4_294_967_295L);
    }

    /** RFC 3261, sections 20.19 and 25.1: it is there and says something that nobody can read, so it is not as if it were absent. */
    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "", "1.5", "600 seconds", "+600"})
    void anExpiresThatIsNoNumberIsABadRequest(String value) {
        assertThat(fault(SUBSCRIBE.replace("Expires: 600", "Expires: " + value)).reason())
                .isEqualTo("Bad Expires");
    }

    /** RFC 3903, section 11.3.2: an entity-tag is a token. */
    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two tags", "a, b", "\"quoted\""})
    void aSipIfMatchWithoutEntityTagIsABadRequest(String value) {
        assertThat(fault(SUBSCRIBE.replace("Expires: 600", "SIP-If-Match: " + value))
                        .reason())
                .isEqualTo("Bad SIP-If-Match");
    }

    /** RFC 3261, section 21.5.6. */
    @Test
    void anotherVersionIs505() {
        assertThat(fault(SUBSCRIBE.replace("SIP/2.0\r\nVia", "SIP/7.0\r\nVia")).status())
                .isEqualTo(505);
    }

    @Test
    void aMethodThatDiffersFromTheCSeqIsABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("1234 SUBSCRIBE", "1234 PUBLISH")).reason())
                .isEqualTo("Bad CSeq");
    }

    @Test
    void aCSeqBeyond31BitsIsABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("1234 SUBSCRIBE", "2147483648 SUBSCRIBE"))
                        .reason())
                .isEqualTo("Bad CSeq");
    }

    @Test
    void aMissingCallIdIsABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("Call-ID: c1\r\n", "")).reason()).isEqualTo("Bad Call-ID");
    }

    @Test
    void twoFromAreABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("Call-ID", "f: <sip:eve@example.test>;tag=e\r\nCall-ID"))
                        .reason())
                .isEqualTo("Several From");
    }

    @Test
    void aContactThatCannotBeReadIsABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("<sip:user-0x5563c8dd6b00@127.0.0.1:5070>", "<sip:user@"))
                        .reason())
                .isEqualTo("Bad Contact");
    }

    @Test
    void bytesThatAreNotUtf8AreABadRequest() {
        byte[] bytes = SUBSCRIBE.replace("Alice", "Al\u00FCce").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(READER.datagram(bytes))
                .isInstanceOfSatisfying(
                        ReadOutcome.Malformed.class,
                        malformed -> assertThat(malformed.fault().reason()).isEqualTo("Not UTF-8"));
    }

    @Test
    void aControlCharacterInAHeaderFieldIsABadRequest() {
        assertThat(fault(SUBSCRIBE.replace("Event: presence", "Event: pres\nence"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void headerFieldsBeyondTheBoundAre513() {
        assertThat(fault(SUBSCRIBE.replace("Event:", "X: " + "x".repeat(4_096) + "\r\nEvent:"))
                        .status())
                .isEqualTo(513);
    }

    @Test
    void aBodyBeyondTheBoundIs413() {
        assertThat(fault(SUBSCRIBE.replace("Length: 0", "Length: 1025") + "x".repeat(1_025))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void withoutAViaNothingCanBeAnswered() {
        assertThat(read(SUBSCRIBE.replaceFirst("Via: .*\r\n", ""))).isInstanceOf(ReadOutcome.Unreadable.class);
    }

    @Test
    void aResponseIsRead() {
        ReadOutcome outcome = read(String.join(
                "\r\n",
                "SIP/2.0 481 Subscription does not exist",
                "v: SIP/2.0/UDP a;branch=z9hG4bK2",
                "CSeq: 3 NOTIFY",
                "",
                ""));

        assertThat(outcome).isInstanceOfSatisfying(ReadOutcome.Response.class, response -> {
            assertThat(response.response().status()).isEqualTo(481);
            assertThat(response.response().reason()).isEqualTo("Subscription does not exist");
            assertThat(response.via().branch()).contains("z9hG4bK2");
            assertThat(response.method()).isEqualTo("NOTIFY");
        });
    }

    @Test
    void whatIsWrittenIsWhatWasRead() {
        SipRequest request = request(SUBSCRIBE);

        SipRequest again = ((ReadOutcome.Request) READER.datagram(MessageWriter.write(request))).request();

        assertThat(again.headers().lines()).isEqualTo(request.headers().lines());
    }

    /** Whatever comes, reading ends in a value. */
    @Property(tries = 2_000)
    void aMessageWithRandomDamageIsReadOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int damages) {
        byte[] bytes = SUBSCRIBE.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < damages; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        assertThat(READER.datagram(bytes)).isNotNull();
    }

    /** Nesting cannot overflow the stack for good. */
    @Test
    void deepNestingIsReadOrRefused() {
        MessageReader wide = new MessageReader(65_536, 1_024);
        String nested = SUBSCRIBE.replace("Event: presence", "Route: " + "<".repeat(60_000));

        assertThat(wide.datagram(nested.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ReadOutcome.Malformed.class);
    }
}
