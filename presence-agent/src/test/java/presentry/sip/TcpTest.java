package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;
import presentry.sip.transport.TransportLimits;

/** RFC 3261, sections 7.5 and 18: what a connection carries, and what it may not cost. */
class TcpTest {
    private static final TransportLimits SMALL = new TransportLimits(
            1024, 2048, 40, 30, 1024 * 1024, 1024 * 1024, 4096, Duration.ofMinutes(10), Duration.ofSeconds(20));

    private static TestStack server(TransportLimits limits) {
        SipSettings usual = SipSettings.onBoth("127.0.0.1", 0, Set.of());
        return new TestStack(new SipSettings(
                usual.listens(), usual.advertisedHost(), usual.ownNames(), List.of(), usual.product(), limits, 1_000));
    }

    private static String options(TcpPeer from, String branch) {
        return Texts.request("OPTIONS", "TCP", from.place(), branch);
    }

    private static void answerNext(TestStack server) {
        IncomingRequest incoming = server.next();
        incoming.answer(SipResponse.answering(incoming.request(), 200));
    }

    /** RFC 3261, section 18.3. */
    @Test
    void aMessageThatComesByteByByteIsUnderstood() {
        try (TestStack server = TestStack.answering(200);
                TcpPeer alice = server.tcp()) {
            String request = options(alice, "slow").replace("Length: 0\r\n\r\n", "Length: 3\r\n\r\nabc");
            for (byte b : request.getBytes(StandardCharsets.UTF_8)) {
                alice.say(new byte[] {b});
            }

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ").contains("Call-ID: slow@alice");
        }
    }

    /** RFC 3261, section 18.3. */
    @Test
    void severalMessagesInOnePieceAreToldApart() {
        try (TestStack server = TestStack.answering(200);
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "a").replace("Length: 0\r\n\r\n", "Length: 3\r\n\r\nabc")
                    + "\r\n"
                    + options(alice, "b")
                    + options(alice, "c"));

            String heard = alice.hear() + alice.hear() + alice.hear();

            assertThat(heard).contains("Call-ID: a@alice", "Call-ID: b@alice", "Call-ID: c@alice");
        }
    }

    /** RFC 5626, section 3.5.1. */
    @Test
    void twoLineEndsAreAnsweredWithOne() {
        try (TestStack server = TestStack.answering(200);
                TcpPeer alice = server.tcp()) {
            alice.say("\r\n\r\n");
            String pong = alice.hear(2);
            alice.say("\r\n" + options(alice, "after"));

            String heard = alice.hear();

            assertThat(pong).isEqualTo("\r\n");
            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** RFC 3261, section 18.3: nobody knows where the next message begins. */
    @Test
    void aRequestWithoutContentLengthIsAnswered400AndTheConnectionEnds() {
        try (TestStack server = new TestStack();
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "none").replace("Content-Length: 0\r\n", ""));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 400 No Content-Length\r\n");
            assertThat(alice.hearsTheEnd()).isTrue();
        }
    }

    @Test
    void aLyingContentLengthIsAnsweredOnceAndTheConnectionEnds() {
        try (TestStack server = new TestStack();
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "liar").replace("Length: 0", "Length: -5") + options(alice, "smuggled"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 400 Bad Content-Length\r\n").contains("Call-ID: liar@alice");
            assertThat(alice.hearsTheEnd()).isTrue();
        }
    }

    @Test
    void severalContentLengthsAreAnsweredOnceAndTheConnectionEnds() {
        try (TestStack server = new TestStack();
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "two").replace("Content-Length: 0", "Content-Length: 0\r\nl: 4") + "abcd");

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 400 Several Content-Length\r\n");
            assertThat(alice.hearsTheEnd()).isTrue();
        }
    }

    /** RFC 3261, section 21.4.11. */
    @Test
    void aBodyBeyondTheBoundIsAnswered413WithoutWaitingForIt() {
        try (TestStack server = server(SMALL);
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "fat").replace("Length: 0", "Length: 2049"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 413 ");
        }
    }

    /** RFC 3261, section 21.5.7. */
    @Test
    void headerFieldsBeyondTheBoundAreAnswered513() {
        try (TestStack server = server(SMALL);
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "long")
                    .replace("Content-Length", "X: " + "x".repeat(65_536) + "\r\nContent-Length"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 513 Message Too Large\r\n");
            assertThat(alice.hearsTheEnd()).isTrue();
        }
    }

    /** A broken message whose end is known does not cost the others on the connection of a proxy. */
    @Test
    void afterABrokenMessageOfKnownLengthTheConnectionGoesOn() {
        try (TestStack server = TestStack.answering(200);
                TcpPeer proxy = server.tcp()) {
            proxy.say(options(proxy, "bad").replace("CSeq: 1 OPTIONS", "CSeq: one") + options(proxy, "good"));

            String first = proxy.hear();
            String second = proxy.hear();

            assertThat(first).startsWith("SIP/2.0 400 Bad CSeq\r\n");
            assertThat(second).startsWith("SIP/2.0 200 ");
        }
    }

    @Test
    void garbageEndsTheConnectionOnly() {
        try (TestStack server = TestStack.answering(200);
                TcpPeer stranger = server.tcp();
                TcpPeer alice = server.tcp()) {
            stranger.say("GET / HTTP/1.1\r\nHost: example.test\r\n\r\n");
            boolean ended = stranger.hearsTheEnd();
            alice.say(options(alice, "fine"));

            String heard = alice.hear();

            assertThat(ended).isTrue();
            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    @Test
    void halfAMessageEndsTheConnectionAfterItsTime() {
        try (TestStack server = server(SMALL);
                TcpPeer slow = server.tcp()) {
            slow.say("OPTIONS sip:bob@example.test SIP/2.0\r\nVia: ");

            boolean ended = slow.hearsTheEndWhile(() -> server.timer.pass(Duration.ofSeconds(20)));

            assertThat(ended).isTrue();
        }
    }

    @Test
    void anIdleConnectionIsClosedAfterItsTime() {
        try (TestStack server = server(SMALL);
                TcpPeer idle = server.tcp()) {
            idle.say(options(idle, "once"));
            answerNext(server);
            idle.hear();

            boolean ended = idle.hearsTheEndWhile(() -> server.timer.pass(Duration.ofMinutes(10)));

            assertThat(ended).isTrue();
        }
    }

    /** As a command line tool does that pipes a request into the connection; nobody listens at the place of its Via. */
    @Test
    void aClientThatStopsTalkingStillGetsItsAnswer() {
        try (TestStack server = new TestStack();
                TcpPeer alice = server.tcp()) {
            alice.say(Texts.request("OPTIONS", "TCP", "127.0.0.1:9", "bye"));
            alice.endsSpeaking();
            answerNext(server);

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** One address cannot take all places. */
    @Test
    void connectionsBeyondTheBoundOfAnAddressAreClosedAtOnce() {
        List<TcpPeer> peers = new ArrayList<>();
        try (TestStack server = server(SMALL)) {
            for (int i = 0; i < 30; i++) {
                TcpPeer peer = server.tcp();
                peers.add(peer);
                peer.say("\r\n\r\n");
                peer.hear(2);
            }
            TcpPeer oneTooMany = server.tcp();
            peers.add(oneTooMany);

            assertThat(oneTooMany.hearsTheEnd()).isTrue();
        } finally {
            peers.forEach(TcpPeer::close);
        }
    }

    /** Two thousand idle connections do not keep a request waiting. */
    @Test
    void amongTwoThousandIdleConnectionsARequestIsAnswered() {
        List<TcpPeer> idle = new ArrayList<>();
        try (TestStack server = TestStack.answering(200)) {
            for (int i = 0; i < 2_000; i++) {
                idle.add(server.tcp());
            }
            try (TcpPeer alice = server.tcp()) {
                alice.say(options(alice, "through"));

                String heard = alice.hear();

                assertThat(heard).startsWith("SIP/2.0 200 ");
            }
        } finally {
            idle.forEach(TcpPeer::close);
        }
    }

    static Stream<Long> seeds() {
        return new Random(3261).longs(20).boxed();
    }

    /** Whatever is cut out of, or written into, a stream of messages: the others are served. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aDamagedStreamHarmsNobodyElse(long seed) {
        Random random = new Random(seed);
        try (TestStack server = TestStack.answering(200);
                TcpPeer stranger = server.tcp();
                TcpPeer alice = server.tcp()) {
            byte[] stream = (options(stranger, "s1") + options(stranger, "s2").replace("Length: 0", "Length: 9")
                            + "123456789" + options(stranger, "s3"))
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 10; i++) {
                stream[random.nextInt(stream.length)] = (byte) random.nextInt(256);
            }
            int cut = random.nextInt(stream.length);
            stranger.say(Arrays.copyOfRange(stream, 0, cut));
            stranger.say(Arrays.copyOfRange(stream, cut, stream.length));
            alice.say(options(alice, "well"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** Unfinished bodies are held up to a bound for all connections together. */
    @Test
    void whoHoldsTooMuchOfAnUnfinishedMessageIsDisconnected() {
        List<TcpPeer> peers = new ArrayList<>();
        try (TestStack server = server(SMALL);
                TcpPeer alice = server.tcp()) {
            for (int i = 0; i < 5; i++) {
                TcpPeer peer = server.tcp();
                peers.add(peer);
                peer.say(options(peer, "part" + i).replace("Length: 0", "Length: 2000") + "x".repeat(1_000));
            }
            boolean disconnected = TcpPeer.anyHearsTheEnd(peers, () -> {});
            alice.say(options(alice, "whole"));
            answerNext(server);

            String heard = alice.hear();

            assertThat(disconnected).isTrue();
            assertThat(heard).startsWith("SIP/2.0 200 ");
        } finally {
            peers.forEach(TcpPeer::close);
        }
    }

    /** What a peer does not read is held up to a bound, and then it loses its connection; others are served. */
    @Test
    void aPeerThatDoesNotReadLosesItsConnection() {
        try (TestStack server = new TestStack();
                TcpPeer deaf = server.tcp();
                TcpPeer alice = server.tcp()) {
            deaf.say(options(deaf, "flow"));
            Flow flow = server.next().flow();
            SipRequest large = SipRequest.builder("NOTIFY", "sip:deaf@192.0.2.1;transport=tcp")
                    .from("<sip:a@example.test>;tag=1")
                    .to("<sip:b@example.test>;tag=2")
                    .callId("large")
                    .cseq(1)
                    .body("text/plain", new byte[1024 * 1024])
                    .build();
            List<BlockingQueue<TransactionEnd>> ends = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ends.add(server.send(large, Optional.of(flow)));
            }
            TransactionEnd last = TestStack.next(ends.getLast());
            alice.say(options(alice, "other"));
            answerNext(server);

            String heard = alice.hear();

            assertThat(last).isInstanceOf(TransactionEnd.Unreachable.class);
            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** RFC 3261, section 18.2.2: when its connection is gone, the answer seeks the place of the Via. */
    @Test
    void anAnswerWhoseConnectionIsGoneHarmsNobody() {
        try (TestStack server = new TestStack();
                TcpPeer alice = server.tcp()) {
            TcpPeer gone = server.tcp();
            gone.say(options(gone, "gone"));
            IncomingRequest incoming = server.next();
            gone.close();
            incoming.answer(SipResponse.answering(incoming.request(), 200));
            alice.say(options(alice, "here"));
            answerNext(server);

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** The bound of bodies is the one that was set, for TCP as for UDP. */
    @Test
    void aBodyWithinTheBoundThatWasSetIsTaken() {
        int octets = 300 * 1024;
        try (TestStack server = server(TransportLimits.DEFAULT.withBodies(octets));
                TcpPeer alice = server.tcp()) {
            alice.say(options(alice, "large")
                    .replace("Length: 0\r\n\r\n", "Length: " + octets + "\r\n\r\n" + "x".repeat(octets)));

            assertThat(server.next().request().body()).hasSize(octets);
        }
    }
}
