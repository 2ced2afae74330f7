package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 3261, section 18: datagrams, and what they may not cost. */
class UdpTest {
    private static final byte[] MARK = {'x'};

    /** RFC 3261, section 18.3; RFC 4475, section 3.1.1.8: what follows the body is noise. */
    @Test
    void aSecondRequestInADatagramIsIgnored() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "first")
                    + Texts.request("OPTIONS", "UDP", alice.place(), "noise"));
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "next"));

            String heard = alice.hear() + alice.hear();

            assertThat(heard).contains("first@alice", "next@alice").doesNotContain("noise@alice");
        }
    }

    /** RFC 3261, section 21.5.7. */
    @Test
    void sixtyKilobytesOfHeaderFieldsAreAnswered513InAFewBytes() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "long")
                    .replace("Content-Length", "X: " + "x".repeat(60_000) + "\r\nContent-Length"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 513 Message Too Large\r\n").hasSizeLessThan(500);
        }
    }

    /** RFC 5626, section 3.5.1. */
    @Test
    void lineEndsBeforeARequestAreSkipped() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            alice.say("\r\n\r\n" + Texts.request("OPTIONS", "UDP", alice.place(), "after"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** An answer to a stranger is no bigger than what was asked, or nearly so. */
    @Test
    void theAnswerToAMalformedRequestIsSmall() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            String request =
                    Texts.request("SUBSCRIBE", "UDP", alice.place(), "small").replace("CSeq: 1", "CSeq: x");
            alice.say(request);

            String heard = alice.hear();

            assertThat(heard.length()).isLessThan(2 * request.length());
        }
    }

    static Stream<Long> seeds() {
        return new Random(4475).longs(20).boxed();
    }

    /** Datagrams of noise, of any size, do not keep the next request from its answer. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noiseIsIgnored(long seed) {
        Random random = new Random(seed);
        try (TestStack server = TestStack.answering(200);
                UdpPeer stranger = server.udp();
                UdpPeer alice = server.udp()) {
            for (int i = 0; i < 50; i++) {
                byte[] noise = new byte[random.nextInt(2_000)];
                random.nextBytes(noise);
                stranger.say(noise);
            }
            stranger.say(MARK);
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "signal"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }
}
